//! Rows as they are once they have been decoded.

/// A timestamp that could be read, in milliseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// What it would be in UTC.
    pub millis: i64,
    /// Whether it is a wall-clock time without a zone.
    pub is_local: bool,
}

/// Where something stands: its first byte, and the one behind its last. Positions are those of the bytes that were decoded.
pub type Place = (u32, u32);

/// A case as it stands in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Case {
    /// When it was submitted.
    pub submitted_at: Stamp,
    /// When its clock stopped.
    pub stopped_at: Option<Stamp>,
    /// Where its id stands; empty where it has none.
    pub id: Place,
    /// Where its channel stands; empty where it has none.
    pub channel_at: Place,
    /// Index of its tier; zero without such a column.
    pub tier: u16,
    /// Index of its severity.
    pub severity: u16,
    /// Index of its channel; `u16::MAX` where it is not known yet.
    pub channel: u16,
}

/// A row that has been decoded.
#[derive(Debug, Clone, Copy)]
pub struct Decoded {
    /// Where it stands, without its line end.
    pub place: Place,
    /// Which of the ends is the one before its first cell.
    pub(crate) at: u32,
    /// Whether all that has been decoded of it is as it should be.
    pub(crate) is_ordinary: bool,
    pub(crate) case: Case,
}

impl Decoded {
    /// A row that nothing is known of.
    pub(crate) const NOTHING: Self = {
        let never = Stamp { millis: 0, is_local: false };
        let (id, channel_at) = ((0, 0), (0, 0));
        let case =
            Case { submitted_at: never, stopped_at: None, id, channel_at, tier: 0, severity: 0, channel: u16::MAX };
        Decoded { place: (0, 0), at: 0, is_ordinary: false, case }
    };

    /// The case that stands in the row; `None` where anything about it is out of the ordinary, so that it is to be read with
    /// care.
    #[inline(always)]
    pub fn case(&self) -> Option<&Case> {
        self.is_ordinary.then_some(&self.case)
    }

    /// Takes note that the row is to be read with care.
    pub(crate) fn refuse(&mut self) {
        self.is_ordinary = false;
    }
}
