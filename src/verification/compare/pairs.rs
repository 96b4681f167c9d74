/// Entries of two lists that are the same one: those with one id, and then, of those that are left over, the first that
/// are alike but for the id, which were renamed. In the order of the later list; what was removed comes last.
pub(super) fn pairs(
    before: &[&str],
    after: &[&str],
    alike: &dyn Fn(usize, usize) -> bool,
) -> Vec<(Option<usize>, Option<usize>)> {
    let mut partners: Vec<Option<usize>> = after.iter().map(|id| before.iter().position(|known| known == id)).collect();
    for (place, id) in before.iter().enumerate().filter(|(_, id)| !after.contains(id)) {
        let renamed = (0..after.len()).find(|other| partners[*other].is_none() && alike(place, *other));
        if let Some(other) = renamed.filter(|_| !id.is_empty()) {
            partners[other] = Some(place);
        }
    }
    let removed = (0..before.len()).filter(|place| !partners.contains(&Some(*place))).map(|place| (Some(place), None));
    let kept: Vec<_> = partners.iter().enumerate().map(|(place, partner)| (*partner, Some(place))).collect();
    kept.into_iter().chain(removed).collect()
}

#[cfg(test)]
mod tests {
    use super::pairs;

    #[test]
    fn entries_keep_their_id_or_what_they_say() {
        let same_first_letter =
            |b: usize, a: usize| ["apple", "berry", "core"][b][..1] == ["bean", "core", "date"][a][..1];
        assert_eq!(
            pairs(&["apple", "berry", "core"], &["bean", "core", "date"], &same_first_letter),
            [(Some(1), Some(0)), (Some(2), Some(1)), (None, Some(2)), (Some(0), None)]
        );
    }
}
