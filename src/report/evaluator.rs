use std::sync::Arc;

use case_slo_log::{Cell, DateOrder, Outcome, Row, Timestamp, Timestamps};

use crate::calendar::{BusinessDays, Calendar, Instant, LocalTime};
use crate::clock::{self, Amount, Calendars, Candidates};
use crate::policy::model::{Document, ObjectiveDefinition};

use super::case_columns::{
    CASE_COLUMNS, CasePlaces, DUE_AT, ELAPSED, Needs, SEVERITY, STATUS, STOPPED_AT, STOPPED_TIME, SUBMITTED_AT,
    SUBMITTED_TIME, UPDATED_AT,
};
use super::companions::{Status, read_both};
use super::elapsed::{self, ElapsedUnit};
use super::facts::{self, Facts, Targets};
use super::names::Names;
use super::problems::ProblemCode;
use super::settings::{Filter, Settings};
use super::sheet::zone_of_header;

/// The largest number of combinations of tier and severity that a report counts separately.
pub const MAX_GROUPS: usize = 2_000;

/// A case that could be evaluated.
#[derive(Debug, Clone, Copy)]
pub(super) struct EvaluatedCase {
    /// Index of its group, in the order in which groups came.
    pub group: usize,
    pub submitted_at: Instant,
    pub outcome: Outcome,
    /// Open milliseconds beyond the target, where it was missed.
    pub overrun: i64,
    /// Open milliseconds to the stop, where it has stopped.
    pub stopped_after: Option<u64>,
    /// Place of the goal towards which its objective counts.
    pub goal: Option<u16>,
}

/// The reason for which a row could not be evaluated, with the cell that it lies in.
pub(super) type Refusal<'a> = (ProblemCode, Cell<'a>);

/// Evaluates rows by a policy.
#[derive(Debug)]
pub(super) struct Evaluator {
    document: Arc<Document>,
    calendars: Arc<Calendars>,
    measure: usize,
    pub as_of: Instant,
    pub zone: Option<LocalTime>,
    tiers: Names,
    severities: Names,
    /// The tier and the severity of a log that has no such column.
    tier: Option<u16>,
    severity: Option<u16>,
    /// The tier whose objectives hold for every case, instead of those of its own.
    as_tier: Option<u16>,
    only: Filter,
    submissions: Timestamps,
    stops: Timestamps,
    dues: Timestamps,
    /// Whether the log has been read to the end, so that the order of day and month in its dates is known.
    is_final: bool,
    /// The places of the columns in a row.
    places: CasePlaces,
    /// Whether a due time stands in the row, or a duration in place of the stop.
    is_special: bool,
    /// Whether times of day stand apart from their dates, or a status says which cases are open.
    has_companions: bool,
    /// The zones that the headers of submission, stop and due time name.
    zones: [Option<LocalTime>; 3],
    pub elapsed_unit: ElapsedUnit,
    /// By tier and severity, the index of a group plus one; zero where no case of it has come.
    indices: Vec<u16>,
    groups: Vec<Group>,
    facts: Facts,
}

/// A tier and a severity of which a case has come, and their objective.
#[derive(Debug, Clone)]
struct Group {
    tier: usize,
    severity: usize,
    /// The calendar of the objective; without one, time counts around the clock.
    calendar: Option<Arc<Calendar>>,
    target: GroupTarget,
    /// Whether facts of each case choose the objective.
    is_conditional: bool,
}

/// The target of a group, and the place of the goal towards which it counts.
#[derive(Debug, Clone, Copy)]
pub(super) struct GroupTarget {
    amount: GroupAmount,
    goal: Option<u16>,
}

/// The amount of the target of a group.
#[derive(Debug, Clone, Copy)]
enum GroupAmount {
    /// The policy states none.
    NotStated,
    /// The most open milliseconds that meet the target, and the target itself, which a strict bound is one beyond.
    Time { most: i64, target: i64 },
    /// Business days.
    BusinessDays(BusinessDays),
}

/// A case that brings its own due time, or a duration in place of the stop, as far as its cells could be read.
struct SpecialCase<'a> {
    tier: Result<u16, Refusal<'a>>,
    severity: Result<u16, Refusal<'a>>,
    submitted: Result<Option<Instant>, Refusal<'a>>,
    submitted_cell: Cell<'a>,
    stopped: Result<Option<Instant>, Refusal<'a>>,
    stopped_cell: Cell<'a>,
    elapsed: Option<Cell<'a>>,
    due: Option<Cell<'a>>,
}

impl GroupTarget {
    /// The target of an objective.
    pub fn of(document: &Document, entry: Option<&ObjectiveDefinition>) -> Self {
        let goal = entry.and_then(|entry| entry.goal.as_ref());
        let goal = goal.and_then(|goal| document.goals.keys().position(|known| known == goal)?.try_into().ok());
        Self { amount: GroupAmount::of(entry), goal }
    }
}

impl GroupAmount {
    fn of(entry: Option<&ObjectiveDefinition>) -> Self {
        match entry.and_then(|entry| entry.target.as_ref()).and_then(|target| Amount::read(target).ok()) {
            None => Self::NotStated,
            Some(Amount::Time(bound, target)) => {
                Self::Time { most: target - i64::from(!bound.holds(target, target)), target }
            }
            Some(Amount::BusinessDays(days)) => Self::BusinessDays(days),
        }
    }
}

impl Evaluator {
    pub fn new(document: Arc<Document>, calendars: Arc<Calendars>, settings: Settings) -> Self {
        let tiers = Names::tiers(&document, settings.tiers);
        let severities = Names::severities(&document, settings.severities);
        let only_tier = (document.tiers.len() == 1).then_some(0);
        Self {
            measure: settings.measure,
            as_of: settings.as_of,
            zone: settings.zone,
            tiers,
            severities,
            tier: settings.tier.or(only_tier).or(settings.as_tier),
            severity: settings.severity,
            as_tier: settings.as_tier,
            only: settings.only,
            submissions: Timestamps::in_order(settings.date_order),
            stops: Timestamps::in_order(settings.date_order),
            dues: Timestamps::in_order(settings.date_order),
            is_final: settings.date_order.is_some(),
            places: [None; CASE_COLUMNS.len()],
            is_special: false,
            has_companions: false,
            zones: [None, None, None],
            elapsed_unit: settings.elapsed_unit.unwrap_or(ElapsedUnit::Minutes),
            // One more of each, for logs in which due times stand in their place.
            indices: vec![0; (document.tiers.len() + 1) * (document.severities.len() + 1)],
            groups: Vec::new(),
            facts: Facts::new(&document, settings.context.iter().map(|(name, _)| name.as_str())),
            document,
            calendars,
        }
    }

    /// The columns that the log has to have.
    pub fn needs(&self) -> Needs {
        Needs { tier: self.tier.is_none(), severity: self.severity.is_none(), channel: self.only.channels.is_some() }
    }

    /// How the cells of tiers and severities are known.
    pub fn names(&self) -> (&Names, &Names) {
        (&self.tiers, &self.severities)
    }

    /// Takes note of the headers of a log, and of the first values of its severities.
    pub fn prepare(
        &mut self,
        headers: &[String],
        places: CasePlaces,
        sample: &[Vec<String>],
        [unit, usual_unit]: [Option<ElapsedUnit>; 2],
    ) {
        self.set_places(places);
        let header = |at: usize| places.get(at).copied().flatten().and_then(|place| headers.get(place));
        for (zone, at) in self.zones.iter_mut().zip([SUBMITTED_AT, STOPPED_AT, DUE_AT]) {
            *zone = header(at)
                .or_else(|| header(UPDATED_AT))
                .and_then(|header| zone_of_header(header))
                .and_then(LocalTime::find);
        }
        let of_header = || header(ELAPSED).and_then(|header| ElapsedUnit::of_header(header));
        self.elapsed_unit = unit.or_else(of_header).or(usual_unit).unwrap_or(ElapsedUnit::Minutes);
        if let Some(place) = places[SEVERITY] {
            self.severities.look_at(sample.iter().filter_map(|row| row.get(place)).map(String::as_str));
        }
    }

    /// Takes note of the places of the columns in the rows to come.
    pub fn set_places(&mut self, places: CasePlaces) {
        self.places = places;
        self.is_special = places[DUE_AT].is_some() || places[ELAPSED].is_some();
        self.has_companions = [SUBMITTED_TIME, STOPPED_TIME, STATUS].iter().any(|at| places[*at].is_some());
    }

    /// Whether a row that was refused has to wait until the order of day and month is known.
    pub fn is_pending(&self, code: ProblemCode) -> bool {
        code == ProblemCode::AmbiguousInstant && !self.is_final
    }

    /// Takes note that no more rows come that could decide the order of day and month.
    pub fn end(&mut self) {
        self.is_final = true;
        Timestamps::end_all([&mut self.submissions, &mut self.stops, &mut self.dues]);
    }

    /// The orders of day and month in the columns of dates, by their places among
    /// [`CASE_COLUMNS`](super::case_columns::CASE_COLUMNS).
    pub fn date_orders(&self) -> impl Iterator<Item = (usize, DateOrder)> {
        let columns = [(SUBMITTED_AT, &self.submissions), (STOPPED_AT, &self.stops), (DUE_AT, &self.dues)];
        columns.into_iter().filter_map(|(at, timestamps)| Some((at, timestamps.order()?)))
    }

    /// The ids of the tier and the severity of a group.
    pub fn ids(&self, group: usize) -> (&str, &str) {
        let Some(group) = self.groups.get(group) else { return ("", "") };
        let tier = self.document.tiers.get(group.tier).map_or("", |tier| &tier.id);
        (tier, self.document.severities.get(group.severity).map_or("", |severity| &severity.id))
    }

    /// The groups in the order of the policy.
    pub fn groups_in_order(&self) -> impl Iterator<Item = usize> {
        self.indices.iter().filter_map(|index| usize::from(*index).checked_sub(1))
    }

    /// Evaluates a row; `None` if it is filtered out.
    ///
    /// # Errors
    ///
    /// The reason for which it cannot be evaluated.
    #[inline(always)]
    pub fn evaluate<'a>(&mut self, row: &Row<'a>, facts: &[usize]) -> Result<Option<EvaluatedCase>, Refusal<'a>> {
        let [_, tier_at, severity_at, submitted_at, stopped_at, channel_at, ..] = self.places;
        let cell = |place| cell_at(row, place);
        let (tier_cell, severity_cell, submitted_cell) = (cell(tier_at), cell(severity_at), cell(submitted_at));
        let tier = if tier_at.is_some() { self.tiers.find(tier_cell) } else { self.tier };
        let severity = if severity_at.is_some() { self.severities.find(severity_cell) } else { self.severity };
        let stopped_cell = cell(stopped_at);
        // Before any error: the dates of every row tell the order of day and month.
        let [submitted, stopped] = if self.has_companions {
            self.instants_with_companions(row, [submitted_cell, stopped_cell])
        } else {
            let [submitted_zone, stopped_zone, _] = &self.zones;
            let zone = self.zone.as_ref();
            [
                instant(&mut self.submissions, submitted_cell, submitted_zone.as_ref().or(zone)),
                instant(&mut self.stops, stopped_cell, stopped_zone.as_ref().or(zone)),
            ]
        };
        if !self.only.is_open() {
            // A case that is filtered out is not a problem, whatever else may be wrong with its row.
            let channel = std::str::from_utf8(cell(channel_at).bytes().trim_ascii()).ok();
            if self.only.excludes(tier, severity, channel, submitted.ok().flatten(), self.zone.as_ref()) {
                return Ok(None);
            }
        }
        if self.is_special {
            let [elapsed_at, due_at] = [self.places[ELAPSED], self.places[DUE_AT]];
            let case = SpecialCase {
                tier: if tier_at.is_some() { tier.ok_or((ProblemCode::UnknownTier, tier_cell)) } else { Ok(u16::MAX) },
                severity: match severity {
                    Some(severity) => Ok(severity),
                    None if severity_at.is_none() => Ok(u16::MAX),
                    None => Err((ProblemCode::UnknownSeverity, severity_cell)),
                },
                submitted: submitted.map_err(|code| (code, submitted_cell)),
                submitted_cell,
                stopped: stopped.map_err(|code| (code, stopped_cell)),
                stopped_cell,
                elapsed: elapsed_at.map(|_| cell(elapsed_at)),
                due: due_at.map(|_| cell(due_at)),
            };
            return self.special(case, tier, facts::cells(*row, facts, channel_at)).map(Some);
        }
        let tier = tier.ok_or((ProblemCode::UnknownTier, tier_cell))?;
        let severity = severity.ok_or((ProblemCode::UnknownSeverity, severity_cell))?;
        let submitted = match submitted {
            Ok(Some(submitted)) => submitted,
            Ok(None) => return Err((ProblemCode::InvalidInstant, submitted_cell)),
            Err(code) => return Err((code, submitted_cell)),
        };
        let stopped = stopped.map_err(|code| (code, stopped_cell))?;
        if stopped.is_some_and(|stop| stop < submitted) {
            return Err((ProblemCode::StopBeforeSubmission, stopped_cell));
        }
        let group = self.group(tier, severity).ok_or((ProblemCode::LimitExceeded, Cell::EMPTY))?;
        let targets;
        let (calendar, target) = if self.groups.as_slice()[group].is_conditional {
            targets = self.targets(group, submitted, facts::cells(*row, facts, channel_at))?;
            match &*targets {
                [(calendar, target)] => (calendar, target),
                several => return self.of_several(group, submitted, stopped, several).map(Some),
            }
        } else {
            let Group { calendar, target, .. } = &self.groups.as_slice()[group];
            (calendar, target)
        };
        Ok(Some(self.outcome(group, submitted, stopped, calendar.as_deref(), *target)))
    }

    /// Submission and stop in a log whose times of day stand apart from their dates, or in which a status says that a case is
    /// open.
    #[inline(never)]
    fn instants_with_companions(
        &mut self,
        row: &Row,
        [submitted, stopped]: [Cell; 2],
    ) -> [Result<Option<Instant>, ProblemCode>; 2] {
        let cell = |at: usize| self.places[at].map_or(Cell::EMPTY, |place| row.cell(place));
        let [submitted_time, stopped_time, status] = [SUBMITTED_TIME, STOPPED_TIME, STATUS].map(cell);
        let [submitted_zone, stopped_zone, _] = &self.zones;
        let zone = self.zone.as_ref();
        let submitted = read_both(&mut self.submissions, submitted, submitted_time);
        let stopped = read_both(&mut self.stops, stopped, stopped_time);
        let is_open = Status::read(&String::from_utf8_lossy(status.bytes())) == Some(Status::Open);
        let stopped = if is_open { Timestamp::Empty } else { stopped };
        [instant_of(submitted, submitted_zone.as_ref().or(zone)), instant_of(stopped, stopped_zone.as_ref().or(zone))]
    }

    /// Does the same in code that is not copied into its callers.
    #[inline(never)]
    pub fn evaluate_apart<'a>(&mut self, row: &Row<'a>, facts: &[usize]) -> Result<Option<EvaluatedCase>, Refusal<'a>> {
        self.evaluate(row, facts)
    }

    /// The index of a group; `None` if there are too many.
    #[inline(always)]
    fn group(&mut self, tier: u16, severity: u16) -> Option<usize> {
        let at = usize::from(tier) * (self.document.severities.len() + 1) + usize::from(severity);
        match self.indices.get(at) {
            Some(index) if *index > 0 => Some(usize::from(*index) - 1),
            _ => self.learn(usize::from(tier), usize::from(severity), at),
        }
    }

    /// Evaluates a case that brings its own due time, or a duration in place of the stop.
    #[inline(never)]
    fn special<'a>(
        &mut self,
        case: SpecialCase<'a>,
        known_tier: Option<u16>,
        cells: impl Iterator<Item = Cell<'a>>,
    ) -> Result<EvaluatedCase, Refusal<'a>> {
        let SpecialCase { tier, severity, submitted, submitted_cell, stopped, stopped_cell, elapsed, due } = case;
        let zone = self.zones[2].as_ref().or(self.zone.as_ref());
        let due = due.map(|cell| instant(&mut self.dues, cell, zone).map_err(|code| (code, cell)));
        // A tier or severity of its own is needed only where no due time stands in the place of a target.
        let nothing = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
        let (tiers, severities) = (nothing(self.document.tiers.len()), nothing(self.document.severities.len()));
        let tier = known_tier.map_or(tier, Ok)?.min(tiers);
        let severity = severity?.min(severities);
        let submitted = submitted?.ok_or((ProblemCode::InvalidInstant, submitted_cell))?;
        let stopped = match elapsed {
            None => stopped?,
            Some(cell) => after(submitted, cell, self.elapsed_unit)?,
        };
        if stopped.is_some_and(|stop| stop < submitted) {
            return Err((ProblemCode::StopBeforeSubmission, stopped_cell));
        }
        let due = due.transpose()?;
        let group = self.group(tier, severity).ok_or((ProblemCode::LimitExceeded, Cell::EMPTY))?;
        let Some(due) = due else {
            if self.groups[group].is_conditional {
                let targets = self.targets(group, submitted, cells)?;
                return self.of_several(group, submitted, stopped, &targets);
            }
            let Group { calendar, target, .. } = &self.groups[group];
            return Ok(self.outcome_apart(group, submitted, stopped, calendar.as_deref(), *target));
        };
        let Group { calendar, target, .. } = &self.groups[group];
        let without = GroupTarget { amount: GroupAmount::NotStated, goal: target.goal };
        let case = self.outcome_apart(group, submitted, stopped, calendar.as_deref(), without);
        let stop = stopped.filter(|stop| *stop <= self.as_of);
        let until = stop.unwrap_or(self.as_of);
        let (outcome, overrun) = match due {
            Some(due) if until > due => (Outcome::Missed, until.millis() - due.millis().max(submitted.millis())),
            Some(_) if stop.is_some() => (Outcome::Met, 0),
            // An open case without a due time is not late.
            _ if stop.is_none() => (Outcome::Running, 0),
            _ => (Outcome::NotStated, 0),
        };
        Ok(EvaluatedCase { outcome, overrun: overrun.max(0), ..case })
    }

    /// The possible targets of a case whose objective depends on its facts.
    #[inline(never)]
    fn targets<'a>(
        &mut self,
        index: usize,
        submitted_at: Instant,
        cells: impl Iterator<Item = Cell<'a>>,
    ) -> Result<Targets, Refusal<'a>> {
        let Group { tier, severity, .. } = self.groups[index];
        let tier = self.as_tier.map_or(tier, usize::from);
        let of = (index, self.measure, tier, severity);
        self.facts.targets((&self.document, &self.calendars), of, submitted_at, cells)
    }

    /// Evaluates a case by all targets that are possible, if they agree.
    #[inline(never)]
    fn of_several<'a>(
        &self,
        index: usize,
        submitted_at: Instant,
        stopped_at: Option<Instant>,
        targets: &[(Option<Arc<Calendar>>, GroupTarget)],
    ) -> Result<EvaluatedCase, Refusal<'a>> {
        let mut cases = targets.iter().map(|(calendar, target)| {
            self.outcome_apart(index, submitted_at, stopped_at, calendar.as_deref(), *target)
        });
        let undetermined = (ProblemCode::Undetermined, Cell::EMPTY);
        let first = cases.next().ok_or(undetermined)?;
        if cases.all(|case| case.outcome == first.outcome) { Ok(first) } else { Err(undetermined) }
    }

    /// Does the same as [`Self::outcome`] in code that is not copied into its callers.
    #[inline(never)]
    fn outcome_apart(
        &self,
        index: usize,
        submitted_at: Instant,
        stopped_at: Option<Instant>,
        calendar: Option<&Calendar>,
        target: GroupTarget,
    ) -> EvaluatedCase {
        self.outcome(index, submitted_at, stopped_at, calendar, target)
    }

    #[inline(always)]
    fn outcome(
        &self,
        index: usize,
        submitted_at: Instant,
        stopped_at: Option<Instant>,
        calendar: Option<&Calendar>,
        target: GroupTarget,
    ) -> EvaluatedCase {
        // A stop after the instant of the report has not happened yet.
        let stopped_at = stopped_at.filter(|stop| *stop <= self.as_of);
        let until = stopped_at.unwrap_or(self.as_of).millis().max(submitted_at.millis());
        let elapsed = match calendar {
            Some(calendar) => calendar.open(submitted_at.millis(), until),
            None => until - submitted_at.millis(),
        };
        let overrun = match target.amount {
            GroupAmount::NotStated => None,
            GroupAmount::Time { most, target } if elapsed > most => Some(elapsed - target),
            // An open case whose target ran out at closing time is overdue right after it.
            GroupAmount::Time { target, .. } if elapsed == target && stopped_at.is_none() => {
                let before = (until - 1).max(submitted_at.millis());
                let is_past = calendar.is_some_and(|calendar| calendar.open(submitted_at.millis(), before) == target);
                Some(if is_past && target > 0 { 0 } else { -1 })
            }
            GroupAmount::Time { .. } => Some(-1),
            GroupAmount::BusinessDays(days) => Some(business_days_overrun(calendar, submitted_at, until, &days)),
        };
        let (outcome, overrun) = match overrun {
            None => (Outcome::NotStated, 0),
            Some(overrun @ 0..) => (Outcome::Missed, overrun),
            Some(_) if stopped_at.is_some() => (Outcome::Met, 0),
            Some(_) => (Outcome::Running, 0),
        };
        let stopped_after = stopped_at.map(|_| elapsed.unsigned_abs());
        EvaluatedCase { group: index, submitted_at, outcome, overrun, stopped_after, goal: target.goal }
    }

    /// Looks up the objective of a group, once.
    #[cold]
    fn learn(&mut self, tier: usize, severity: usize, at: usize) -> Option<usize> {
        if self.groups.len() == MAX_GROUPS {
            return None;
        }
        let document = &self.document;
        if tier >= document.tiers.len() || severity >= document.severities.len() {
            let target = GroupTarget { amount: GroupAmount::NotStated, goal: None };
            self.groups.push(Group { tier, severity, calendar: None, target, is_conditional: false });
            *self.indices.get_mut(at)? = u16::try_from(self.groups.len()).ok()?;
            return Some(self.groups.len() - 1);
        }
        let target_tier = self.as_tier.map_or(tier, usize::from);
        let (measure, tier_of_target, severity_of_case) = (
            document.measures.get(self.measure)?,
            &document.tiers.get(target_tier)?.id,
            &document.severities.get(severity)?.id,
        );
        let filed = clock::filed(document, tier_of_target, severity_of_case);
        let candidates = Candidates::of(document, &self.calendars, &measure.id, tier_of_target, filed);
        let entry = candidates.first_entry();
        let target = GroupTarget::of(document, entry);
        let is_conditional = !candidates.are_fixed();
        // Without a calendar, time counts around the clock.
        let place = entry.and_then(|entry| self.calendars.place(&entry.calendar));
        let calendar = place.and_then(|place| self.calendars.at(Some(place), None));
        self.groups.push(Group { tier, severity, calendar, target, is_conditional });
        *self.indices.get_mut(at)? = u16::try_from(self.groups.len()).ok()?;
        Some(self.groups.len() - 1)
    }
}

/// Open milliseconds from the due time of a target in business days to an instant; negative if the instant is not later.
#[inline(never)]
fn business_days_overrun(calendar: Option<&Calendar>, from: Instant, until: i64, target: &BusinessDays) -> i64 {
    let due = calendar.and_then(|calendar| Some((calendar, calendar.due_in_business_days(from, target)?.millis())));
    due.filter(|(_, due)| until > *due).map_or(-1, |(calendar, due)| calendar.open(due, until))
}

/// Reads a timestamp, `None` for an empty cell; the wall clock of `zone` is meant where it has no offset.
#[inline(always)]
pub(super) fn instant(
    timestamps: &mut Timestamps,
    cell: Cell,
    zone: Option<&LocalTime>,
) -> Result<Option<Instant>, ProblemCode> {
    instant_of(timestamps.read(cell), zone)
}

/// The instant that lies a duration behind another one; `None` where the duration has not come.
pub(super) fn after(start: Instant, cell: Cell<'_>, unit: ElapsedUnit) -> Result<Option<Instant>, Refusal<'_>> {
    let text = std::str::from_utf8(cell.bytes()).map_err(|_| (ProblemCode::InvalidInstant, cell))?;
    let Some(millis) = elapsed::read(text, unit) else {
        let is_not_yet = Timestamp::read(cell.bytes()) == Timestamp::Empty;
        return if is_not_yet { Ok(None) } else { Err((ProblemCode::InvalidInstant, cell)) };
    };
    let stop = start.millis().checked_add(millis).and_then(Instant::within);
    stop.map(Some).ok_or((ProblemCode::OutOfRange, cell))
}

/// The instant of a timestamp, `None` for an empty one.
#[inline(always)]
pub(super) fn instant_of(timestamp: Timestamp, zone: Option<&LocalTime>) -> Result<Option<Instant>, ProblemCode> {
    let millis = match timestamp {
        Timestamp::Instant(millis) => millis,
        Timestamp::Local(local) => zone.ok_or(ProblemCode::MissingOffset)?.instant(local),
        Timestamp::Empty => return Ok(None),
        Timestamp::Ambiguous => return Err(ProblemCode::AmbiguousInstant),
        Timestamp::MixedOrder => return Err(ProblemCode::MixedDateOrder),
        Timestamp::Unreadable => return Err(ProblemCode::InvalidInstant),
    };
    match Instant::within(millis) {
        // Some databases write the first day of the year 1 for what has not come.
        None if (YEAR_1..YEAR_1 + 3 * 86_400_000).contains(&millis) => Ok(None),
        instant => instant.map(Some).ok_or(ProblemCode::OutOfRange),
    }
}

/// The cell at a place, or an empty one.
#[inline(always)]
pub(super) fn cell_at<'a>(row: &Row<'a>, place: Option<usize>) -> Cell<'a> {
    match place {
        Some(place) => row.cell(place),
        None => Cell::EMPTY,
    }
}

/// A day before 0001-01-01, in milliseconds since 1970.
const YEAR_1: i64 = -719_163 * 86_400_000;
