//! One row → one outcome.

use std::borrow::Cow;

use case_slo_log::{Case, Columns, Field, Outcome, Stamp, Timestamp, Values};

use crate::calendar::{Calendar, Instant, LocalTime};
use crate::clock;
use crate::policy::model::Document;

use super::columns::Needs;
use super::filter::Filter;
use super::names::{Named, Resolver};
use super::options::{Options, short};
use super::problems::Fault;

/// A case that could be judged.
#[derive(Debug, Clone, Copy)]
pub(super) struct Judged {
    /// Index of its tier and severity: tier × severities + severity.
    pub group: usize,
    pub submitted_at: Instant,
    pub outcome: Outcome,
    /// Open milliseconds beyond the target, where it was missed.
    pub overrun: i64,
    /// Open milliseconds to the stop, where it has stopped.
    pub stopped_after: Option<u64>,
}

/// What there is to say of a row that can be read.
#[derive(Debug)]
pub(super) enum Verdict {
    /// It counts.
    Judged(Judged),
    /// The caller wants no such cases.
    NotAskedFor,
}

/// Why a row could not be judged, and the words for it.
pub(super) type Refusal<'a> = (Fault, Cow<'a, [u8]>);

/// Judges rows by a policy.
#[derive(Debug)]
pub(super) struct Judge {
    document: Document,
    measure: usize,
    as_of: Instant,
    tiers: Resolver,
    severities: Resolver,
    /// The tier of a log that has no such column.
    tier: Option<u16>,
    /// By whose objectives every case is judged, instead of its own tier's.
    as_tier: Option<usize>,
    only: Filter,
    /// By group, as far as seen.
    targets: Vec<Option<Target>>,
    /// Those of the targets, each with its id.
    calendars: Vec<(String, Calendar)>,
}

/// What a group is held to.
#[derive(Debug, Clone, Copy)]
struct Target {
    /// The most open milliseconds that meet it, and the target itself, which a strict bound is one beyond; `None` where the
    /// policy states none.
    most: Option<(i64, i64)>,
    /// Index of its calendar.
    calendar: usize,
}

impl Judge {
    pub fn new(document: &Document, options: &mut Options) -> Self {
        let tiers = document.tiers.iter().map(|tier| Named::new(&tier.id, &tier.name, &tier.aliases, None));
        let severities = document
            .severities
            .iter()
            .map(|severity| Named::new(&severity.id, &severity.name, &severity.aliases, severity.level));
        let only_tier = (document.tiers.len() == 1).then_some(0);
        Self {
            measure: options.measure,
            as_of: options.as_of,
            tiers: Resolver::new(tiers.collect(), std::mem::take(&mut options.tiers)),
            severities: Resolver::new(severities.collect(), std::mem::take(&mut options.severities)),
            as_tier: options.as_tier,
            only: std::mem::take(&mut options.only),
            tier: options.tier.or(only_tier).or(options.as_tier).and_then(|index| u16::try_from(index).ok()),
            targets: Vec::new(),
            calendars: Vec::new(),
            document: document.clone(),
        }
    }

    /// Which columns the log has to have.
    pub fn needs(&self) -> Needs {
        Needs { tier: self.tier.is_none(), channel: self.only.channels.is_some() }
    }

    /// How many groups there are: tiers × severities.
    pub fn groups(&self) -> usize {
        self.document.tiers.len() * self.document.severities.len()
    }

    /// The ids of a group's tier and severity.
    pub fn ids(&self, group: usize) -> (&str, &str) {
        let severities = self.document.severities.len().max(1);
        let tier = self.document.tiers.get(group / severities).map_or("", |tier| &tier.id);
        (tier, self.document.severities.get(group % severities).map_or("", |severity| &severity.id))
    }

    /// What values of tiers and severities are known to mean.
    pub fn known(&self) -> (&Values, &Values) {
        (self.tiers.seen(), self.severities.seen())
    }

    /// The outcome of a case that has been decoded; `None` where something is out of the ordinary, so that its row has to
    /// be read with care.
    #[inline(always)]
    pub fn judge_case(
        &mut self,
        case: &Case,
        has_tier: bool,
        channel: &[u8],
        zone: Option<&LocalTime>,
    ) -> Option<Verdict> {
        let tier = if has_tier { case.tier } else { self.tier? };
        let submitted_at = moment(case.submitted_at, zone)?;
        if !self.only.is_open() {
            let channel = std::str::from_utf8(channel.trim_ascii()).ok();
            if self.only.excludes(Some(tier), Some(case.severity), channel, Some(submitted_at)) {
                return Some(Verdict::NotAskedFor);
            }
        }
        let stopped_at = match case.stopped_at {
            Some(stamp) => Some(moment(stamp, zone).filter(|stop| *stop >= submitted_at)?),
            None => None,
        };
        Some(Verdict::Judged(self.outcome(tier, case.severity, submitted_at, stopped_at)))
    }

    /// The outcome of a row that has as many columns as the header.
    ///
    /// # Errors
    ///
    /// What keeps it from being judged, with the value that does.
    #[inline]
    pub fn judge<'a>(
        &mut self,
        row: &'a [u8],
        fields: &[Field],
        layout: &Columns,
        zone: Option<&LocalTime>,
    ) -> Result<Verdict, Refusal<'a>> {
        let cell = |index: usize| fields.get(index).map_or(Cow::Borrowed(&[][..]), |field| field.bytes(row));
        let tier = match layout.tier {
            Some(column) => {
                let value = cell(column);
                self.tiers.resolve(&value).ok_or((Fault::UnknownTier, value))
            }
            None => self.tier.ok_or((Fault::UnknownTier, Cow::Borrowed(&[][..]))),
        };
        let value = cell(layout.severity);
        let severity = self.severities.resolve(&value).ok_or((Fault::UnknownSeverity, value));
        let value = cell(layout.submitted_at);
        let submitted_at = instant(&value, zone).map_err(|fault| (fault, value));
        if !self.only.is_open() {
            // Not asked for is not asked for, whatever else may be wrong with it.
            let channel = layout.channel.map(cell).unwrap_or_default();
            let channel = std::str::from_utf8(channel.trim_ascii()).ok();
            let known =
                (tier.as_ref().ok().copied(), severity.as_ref().ok().copied(), submitted_at.as_ref().ok().copied());
            if self.only.excludes(known.0, known.1, channel, known.2) {
                return Ok(Verdict::NotAskedFor);
            }
        }
        let (tier, severity, submitted_at) = (tier?, severity?, submitted_at?);
        let value = cell(layout.stopped_at);
        let mut stopped_at = None;
        if !value.trim_ascii().is_empty() {
            let stop = instant(&value, zone);
            match stop {
                Ok(stop) if stop < submitted_at => return Err((Fault::StopBeforeSubmission, value)),
                Ok(stop) => stopped_at = Some(stop),
                Err(fault) => return Err((fault, value)),
            }
        }
        Ok(Verdict::Judged(self.outcome(tier, severity, submitted_at, stopped_at)))
    }

    #[inline(always)]
    fn outcome(&mut self, tier: u16, severity: u16, submitted_at: Instant, stopped_at: Option<Instant>) -> Judged {
        let group = usize::from(tier) * self.document.severities.len() + usize::from(severity);
        // A stop that lies behind the moment of the report has not happened yet.
        let stopped_at = stopped_at.filter(|stop| *stop <= self.as_of);
        if !matches!(self.targets.get(group), Some(Some(_))) {
            self.learn(group);
        }
        let target = self.targets.get(group).and_then(Option::as_ref);
        let until = stopped_at.unwrap_or(self.as_of).millis().max(submitted_at.millis());
        let elapsed = match target.and_then(|target| self.calendars.get(target.calendar)) {
            Some((_, calendar)) => calendar.open(submitted_at.millis(), until),
            None => until - submitted_at.millis(),
        };
        let (outcome, overrun) = match target.and_then(|target| target.most) {
            None => (Outcome::NotStated, 0),
            Some((most, target)) if elapsed > most => (Outcome::Missed, elapsed - target),
            Some(_) if stopped_at.is_some() => (Outcome::Met, 0),
            Some(_) => (Outcome::Running, 0),
        };
        Judged { group, submitted_at, outcome, overrun, stopped_after: stopped_at.map(|_| elapsed.unsigned_abs()) }
    }

    /// Looks up what a group is held to, once.
    #[cold]
    fn learn(&mut self, group: usize) {
        let (own, severity) = self.ids(group);
        let tier = self.as_tier.and_then(|tier| self.document.tiers.get(tier)).map_or(own, |tier| &tier.id);
        let measure = self.document.measures.get(self.measure).map_or("", |measure| &measure.id);
        let objectives = clock::objectives(&self.document, tier, severity).unwrap_or_default();
        let objective = objectives.into_iter().find(|objective| objective.measure == measure);
        let bound = objective.as_ref().and_then(|objective| objective.bound.zip(objective.millis));
        let most = bound.map(|(bound, target)| (target - i64::from(!bound.holds(target, target)), target));
        let id = objective.map(|objective| objective.calendar).unwrap_or_default();
        let known = self.calendars.iter().position(|(known, _)| *known == id);
        let calendar = known.unwrap_or_else(|| {
            let definition = self.document.calendars.iter().find(|(known, _)| **known == *id);
            // The policy has been loaded: its calendars can be read.
            let read = definition.and_then(|(_, definition)| Calendar::read(definition, "", &mut Vec::new()));
            self.calendars.push((id, read.unwrap_or_else(Calendar::always)));
            self.calendars.len() - 1
        });
        let target = Target { most, calendar };
        if self.targets.len() <= group {
            self.targets.resize(group + 1, None);
        }
        self.targets[group] = Some(target);
    }
}

/// The instant of a timestamp that has been read; `None` where it has none.
#[inline(always)]
fn moment(stamp: Stamp, zone: Option<&LocalTime>) -> Option<Instant> {
    Instant::within(if stamp.is_local { zone?.instant(stamp.millis) } else { stamp.millis })
}

/// Reads a timestamp; the wall clock of `zone` is meant where it has no offset.
#[inline]
pub(super) fn instant(text: &[u8], zone: Option<&LocalTime>) -> Result<Instant, Fault> {
    let millis = match Timestamp::read(text) {
        Timestamp::Instant(millis) => millis,
        Timestamp::Local(local) => zone.ok_or(Fault::MissingOffset)?.instant(local),
        Timestamp::Ambiguous => return Err(Fault::AmbiguousInstant),
        Timestamp::Unreadable => return Err(Fault::InvalidInstant),
    };
    Instant::within(millis).ok_or(Fault::OutOfRange)
}

/// What a refusal says.
pub(super) fn wording(fault: Fault, value: &[u8]) -> String {
    let found = short(&String::from_utf8_lossy(value));
    match fault {
        Fault::UnknownTier if value.is_empty() => "the tier is empty".to_owned(),
        Fault::UnknownTier => format!("the policy has no tier \"{found}\""),
        Fault::UnknownSeverity if value.is_empty() => "the severity is empty".to_owned(),
        Fault::UnknownSeverity => format!("the policy has no severity \"{found}\""),
        Fault::EndBeforeStart => format!("ended before it began: \"{found}\""),
        Fault::InvalidInstant if value.is_empty() => "no date and time: the cell is empty".to_owned(),
        Fault::InvalidInstant => format!("no date and time: \"{found}\""),
        Fault::AmbiguousInstant => format!("day and month can be read either way: \"{found}\""),
        Fault::MissingOffset => format!("without an offset, and no time zone is given: \"{found}\""),
        Fault::OutOfRange => format!("not from 1970 to 2199: \"{found}\""),
        Fault::StopBeforeSubmission => format!("stopped before it was submitted: \"{found}\""),
        Fault::DuplicateId => format!("the id \"{found}\" stands in a row before"),
        _ => found,
    }
}
