use std::collections::HashMap;
use std::hash::Hash;

/// Entries of two lists that are the same one: those with one id, and then, of those that are left over, the first that
/// say the same, which were renamed. In the order of the later list; what was removed comes last.
pub(super) fn pairs<T: Hash + Eq>(
    before: &[&str],
    after: &[&str],
    said: impl Fn(usize) -> T,
    says: impl Fn(usize) -> T,
) -> Vec<(Option<usize>, Option<usize>)> {
    let (old, new) = (places(before), places(after));
    let mut partners: Vec<Option<usize>> = after.iter().map(|id| old.get(id).copied()).collect();
    // Entries of the later list that are new, by what they say, the first one last.
    let mut unpaired: HashMap<T, Vec<usize>> = HashMap::new();
    for place in (0..after.len()).rev().filter(|place| partners[*place].is_none()) {
        unpaired.entry(says(place)).or_default().push(place);
    }
    let mut is_kept: Vec<bool> = before.iter().map(|id| new.contains_key(id)).collect();
    for (place, id) in before.iter().enumerate() {
        if is_kept[place] || id.is_empty() || unpaired.is_empty() {
            continue;
        }
        if let Some(renamed) = unpaired.get_mut(&said(place)).and_then(Vec::pop) {
            partners[renamed] = Some(place);
            is_kept[place] = true;
        }
    }
    let removed = (0..before.len()).filter(|place| !is_kept[*place]).map(|place| (Some(place), None));
    let kept = partners.into_iter().enumerate().map(|(place, partner)| (partner, Some(place)));
    kept.chain(removed).collect()
}

/// The first place of each id.
fn places<'i>(ids: &[&'i str]) -> HashMap<&'i str, usize> {
    ids.iter().enumerate().rev().map(|(place, id)| (*id, place)).collect()
}

#[cfg(test)]
mod tests {
    use super::pairs;

    #[test]
    fn entries_keep_their_id_or_what_they_say() {
        let (before, after) = (["apple", "berry", "core", "blue"], ["bean", "core", "date", "bit"]);
        assert_eq!(
            pairs(&before, &after, |b| &before[b][..1], |a| &after[a][..1]),
            [(Some(1), Some(0)), (Some(2), Some(1)), (None, Some(2)), (Some(3), Some(3)), (Some(0), None)]
        );
    }
}
