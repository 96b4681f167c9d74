use std::fmt;

use serde::de::value::SeqAccessDeserializer;
use serde::de::{self, Deserializer, SeqAccess, Visitor};
use serde::{Deserialize, de::IntoDeserializer};

use super::context::{ChoiceFacts, ContextAnswers, UNKNOWN};
use super::objective::{require, require_severity, require_tier};
use super::pauses::{Pause, validate_pauses};
use crate::argument::{or_default, require_at_most};
use crate::calendar::{Instant, require_zone};
use crate::policy::model::Measure;
use crate::policy::{Document, Entries, token};
use crate::{Error, ErrorCode};

/// Most stops of a measure that repeats.
pub const MAX_STOPS: usize = 1_000;
/// Most severity changes of a case.
pub const MAX_SEVERITY_CHANGES: usize = 1_000;

/// The facts of a case: its tier and severity, when it was submitted, and what has happened to it since.
///
/// Ids are checked against the policy by the call that takes the facts.
///
/// # Examples
///
/// ```
/// use case_slo::{CaseFacts, Instant, Policy, TargetState};
///
/// let policy = Policy::reference();
/// let at = |time: &str| Instant::parse(&format!("2026-02-03T{time}Z"));
/// let facts = CaseFacts::new("premium", "critical", at("07:14:00")?).with_stop("initial-response", at("07:20:00")?);
/// let evaluation = policy.evaluate(&facts, at("08:00:00")?)?;
/// assert_eq!(evaluation.targets[0].state, TargetState::Met);
/// # Ok::<(), case_slo::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", expecting = "the facts of a case as an object")]
pub struct CaseFacts {
    /// Id of the tier.
    pub(crate) tier: String,
    /// Id of the severity at submission.
    pub(crate) severity: String,
    /// The instant of submission.
    pub(crate) submitted_at: Instant,
    /// Measure to the instant at which it stopped; null, or left out, while it runs or if it was reopened. A measure that
    /// repeats has a list, oldest first.
    #[serde(default, deserialize_with = "or_default")]
    stopped_at: Entries<Stops>,
    /// Half-open pauses, each the pair of its instants; the second is null while the pause lasts. They stop the measures
    /// that the policy marks `pausable`.
    #[serde(default, deserialize_with = "or_default")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<(Instant, Option<Instant>)>"))]
    pub(crate) pauses: Vec<Pause>,
    /// Later severities, oldest first.
    #[serde(default, deserialize_with = "or_default")]
    severity_changes: Vec<SeverityChange>,
    /// Context question to its answer; null, or left out, if it has none.
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) context: Entries<Option<String>>,
    /// Id of the channel by which the case was submitted.
    #[serde(default)]
    channel: Option<String>,
    /// IANA zone of the customer, for calendars whose zone is the customer's.
    #[serde(default)]
    zone: Option<String>,
    /// Event of the policy to its instant; null, or left out, if it has not happened.
    #[serde(default, deserialize_with = "or_default")]
    events: Entries<Option<Instant>>,
}

/// The stops of a measure, oldest first.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(untagged))]
enum Stops {
    /// There is none.
    #[default]
    None,
    /// There is one.
    One(Instant),
    /// They are listed.
    List(Vec<Instant>),
}

impl Stops {
    fn as_slice(&self) -> &[Instant] {
        match self {
            Self::None => &[],
            Self::One(stop) => std::slice::from_ref(stop),
            Self::List(stops) => stops,
        }
    }
}

impl<'de> Deserialize<'de> for Stops {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct StopsVisitor;

        impl<'de> Visitor<'de> for StopsVisitor {
            type Value = Stops;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an instant, a list of instants, or null")
            }

            fn visit_unit<E: de::Error>(self) -> Result<Stops, E> {
                Ok(Stops::None)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Stops, E> {
                Instant::deserialize(text.into_deserializer()).map(Stops::One)
            }

            fn visit_i64<E: de::Error>(self, millis: i64) -> Result<Stops, E> {
                Instant::deserialize(millis.into_deserializer()).map(Stops::One)
            }

            fn visit_u64<E: de::Error>(self, millis: u64) -> Result<Stops, E> {
                Instant::deserialize(millis.into_deserializer()).map(Stops::One)
            }

            fn visit_f64<E: de::Error>(self, millis: f64) -> Result<Stops, E> {
                Instant::deserialize(millis.into_deserializer()).map(Stops::One)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, stops: A) -> Result<Stops, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(stops)).map(Stops::List)
            }
        }

        deserializer.deserialize_any(StopsVisitor)
    }
}

/// A later severity of a case.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "a severity change: at and severity")]
struct SeverityChange {
    /// The instant of the change.
    at: Instant,
    /// Id of the severity from then on.
    severity: String,
}

impl CaseFacts {
    /// The facts of a case that was just submitted; `severity` is the one at submission.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{CaseFacts, ErrorCode, Instant, Policy};
    ///
    /// let case = CaseFacts::new("premium", "urgent", Instant::parse("2026-02-03T07:00:00Z")?);
    /// // Ids are compared with the policy by the call that takes the facts.
    /// assert_eq!(Policy::reference().expect(&case).unwrap_err().code(), ErrorCode::UnknownSeverity);
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn new(tier: impl Into<String>, severity: impl Into<String>, submitted_at: Instant) -> Self {
        Self {
            tier: tier.into(),
            severity: severity.into(),
            submitted_at,
            stopped_at: Entries::default(),
            pauses: Vec::new(),
            severity_changes: Vec::new(),
            context: Entries::default(),
            channel: None,
            zone: None,
            events: Entries::default(),
        }
    }

    /// Adds the instant at which a measure stopped, such as `"initial-response"`.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{CaseFacts, Instant, Policy, TargetState};
    ///
    /// let (submitted, answered) = (Instant::parse("2026-02-03T07:00:00Z")?, Instant::parse("2026-02-03T07:40:00Z")?);
    /// let case = CaseFacts::new("enhanced", "high", submitted).with_stop("initial-response", answered);
    /// let evaluation = Policy::reference().evaluate(&case, Instant::MAX)?;
    /// assert_eq!(evaluation.targets[0].state, TargetState::Missed);
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    #[must_use]
    pub fn with_stop(mut self, measure: impl Into<String>, at: Instant) -> Self {
        self.stopped_at.push(measure.into(), Stops::One(at));
        self
    }

    /// Adds the stops of a measure that repeats, oldest first.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{CaseFacts, Instant, Policy};
    ///
    /// let policy = Policy::load(
    ///     r#"{"id": "a", "version": "1", "title": {"en": "A"}, "languages": ["en"],
    ///         "tiers": [{"id": "care", "name": {"en": "Care"}}], "severities": [{"id": "high", "name": {"en": "High"}}],
    ///         "measures": [{"id": "update", "name": {"en": "Update"}, "repeats": true}],
    ///         "objectives": [{"id": "every-four-hours", "measure": "update", "target": {"within": "PT4H"}}]}"#,
    /// )?;
    /// let at = |time: &str| Instant::parse(&format!("2026-02-03T{time}Z"));
    /// let case = CaseFacts::new("care", "high", at("07:00:00")?).with_stops("update", vec![at("08:00:00")?, at("13:00:00")?]);
    /// let update = &policy.evaluate(&case, at("14:00:00")?)?.targets[0];
    /// assert_eq!(update.rounds.map(|rounds| (rounds.met, rounds.missed)), Some((1, 1)));
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    #[must_use]
    pub fn with_stops(mut self, measure: impl Into<String>, at: Vec<Instant>) -> Self {
        self.stopped_at.push(measure.into(), Stops::List(at));
        self
    }

    /// Adds the instant of an event at which a measure starts or ends.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{CaseFacts, ErrorCode, Instant, Policy};
    ///
    /// let at = Instant::parse("2026-02-03T07:00:00Z")?;
    /// let case = CaseFacts::new("premium", "high", at).with_event("rma-created", at);
    /// // The reference policy has no events.
    /// assert_eq!(Policy::reference().evaluate(&case, at).unwrap_err().code(), ErrorCode::UnknownEvent);
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    #[must_use]
    pub fn with_event(mut self, event: impl Into<String>, at: Instant) -> Self {
        self.events.push(event.into(), Some(at));
        self
    }

    /// Sets the channel by which the case was submitted.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{CaseFacts, Instant, Policy};
    ///
    /// let case = CaseFacts::new("premium", "high", Instant::parse("2026-02-03T07:00:00Z")?).with_channel("phone");
    /// assert!(Policy::reference().expect(&case).is_ok());
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    #[must_use]
    pub fn with_channel(self, channel: impl Into<String>) -> Self {
        Self { channel: Some(channel.into()), ..self }
    }

    /// Sets the IANA zone of the customer, for calendars in it.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{CaseFacts, ErrorCode, Instant, Policy};
    ///
    /// let case = CaseFacts::new("premium", "high", Instant::parse("2026-02-03T07:00:00Z")?).with_zone("Europe/Pariss");
    /// assert_eq!(Policy::reference().expect(&case).unwrap_err().code(), ErrorCode::UnknownZone);
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    #[must_use]
    pub fn with_zone(self, zone: impl Into<String>) -> Self {
        Self { zone: Some(zone.into()), ..self }
    }

    /// Adds a pause: half-open, without an end while it lasts. It stops the measures that the policy marks `pausable`.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{CaseFacts, ErrorCode, Instant, Policy};
    ///
    /// let (earlier, later) = (Instant::parse("2026-02-03T07:00:00Z")?, Instant::parse("2026-02-03T08:00:00Z")?);
    /// let case = CaseFacts::new("premium", "low", earlier).with_pause(earlier, later).with_pause(later, None);
    /// assert!(Policy::reference().evaluate(&case, later).is_ok());
    /// let reversed = CaseFacts::new("premium", "low", earlier).with_pause(later, earlier);
    /// assert_eq!(Policy::reference().evaluate(&reversed, later).unwrap_err().code(), ErrorCode::InvalidCase);
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    #[must_use]
    pub fn with_pause(mut self, from: Instant, to: impl Into<Option<Instant>>) -> Self {
        self.pauses.push(Pause { from, to: to.into() });
        self
    }

    /// Adds a later severity; changes are added oldest first.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{CaseFacts, Instant, Policy};
    ///
    /// let (submitted, later) = (Instant::parse("2026-02-03T07:00:00Z")?, Instant::parse("2026-02-03T07:10:00Z")?);
    /// let case = CaseFacts::new("premium", "low", submitted).with_severity_change(later, "critical");
    /// let evaluation = Policy::reference().evaluate(&case, later)?;
    /// assert_eq!(evaluation.targets[0].objective.severity, "critical");
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    #[must_use]
    pub fn with_severity_change(mut self, at: Instant, severity: impl Into<String>) -> Self {
        self.severity_changes.push(SeverityChange { at, severity: severity.into() });
        self
    }

    /// Adds the answer to a context question; `"unknown"` leaves the question open.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::policy::model::Standing;
    /// use case_slo::{CaseFacts, Instant, Policy};
    ///
    /// let case = CaseFacts::new("premium", "low", Instant::parse("2026-02-03T07:00:00Z")?).with_context("sale", "reseller");
    /// assert_eq!(Policy::reference().expect(&case)?.standing, Standing::Informational);
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    #[must_use]
    pub fn with_context(mut self, question: impl Into<String>, option: impl Into<String>) -> Self {
        self.context.push(question.into(), Some(option.into()));
        self
    }

    /// Checks the facts against a policy and against each other.
    ///
    /// # Errors
    ///
    /// `limit-exceeded`, `unknown-tier`, `unknown-severity`, `unknown-measure`, `unknown-question`, `unknown-option`,
    /// `unknown-channel`, `unknown-event`, `unknown-zone`; `invalid-case` if a stop is before the start of its measure, stops
    /// or changes are out of order, a change is before the submission, or a pause ends before it begins.
    pub(crate) fn validate(&self, document: &Document) -> Result<(), Error> {
        require_tier(document, &self.tier)?;
        require_severity(document, &self.severity, "/severity")?;
        if let Some(channel) = self.channel() {
            let ids = document.channels.iter().map(|channel| channel.id.as_str());
            require(ErrorCode::UnknownChannel, "channel", channel, ids, "/channel")?;
        }
        if let Some(zone) = self.zone() {
            require_zone(zone).map_err(|error| error.at("/zone"))?;
        }
        for (event, _) in self.events.iter() {
            let ids = document.events.iter().map(|event| event.id.as_str());
            require(ErrorCode::UnknownEvent, "event", event, ids, &format!("/events/{}", token(event)))?;
        }
        self.validate_stops(document)?;
        validate_pauses(&self.pauses, "/pauses")?;
        self.validate_severity_changes(document)?;
        ContextAnswers::of(&self.context, document).map(|_| ())
    }

    fn validate_stops(&self, document: &Document) -> Result<(), Error> {
        for (id, stops) in self.stopped_at.iter() {
            let path = format!("/stoppedAt/{}", token(id));
            let ids = document.measures.iter().map(|measure| measure.id.as_str());
            require(ErrorCode::UnknownMeasure, "measure", id, ids, &path)?;
            let Some(measure) = document.measures.iter().find(|measure| measure.id == id) else { continue };
            if matches!(stops, Stops::List(_)) && !measure.repeats {
                let message = format!("expected one stop of the measure \"{id}\", which does not repeat, found a list");
                return Err(invalid(message).at(path));
            }
            let stops = stops.as_slice();
            require_at_most(stops.len(), MAX_STOPS, "stops of a measure", &path)?;
            let start = self.start(measure);
            let place =
                |at: usize| if measure.repeats && stops.len() > 1 { format!("{path}/{at}") } else { path.clone() };
            for (at, stop) in stops.iter().enumerate() {
                let is_late = match start {
                    Some(start) => *stop >= start,
                    None => false,
                };
                if !is_late {
                    let expected = match (start, &measure.starts_at) {
                        (Some(start), None) => format!("the submission at {start}"),
                        (Some(start), Some(id)) => format!("the start of the measure, \"{id}\", at {start}"),
                        (None, id) => format!(
                            "the start of the measure, \"{}\", which has not come",
                            id.as_deref().unwrap_or_default()
                        ),
                    };
                    return Err(invalid(format!("expected a stop at or after {expected}, found {stop}")).at(place(at)));
                }
                if at > 0 && *stop < stops[at - 1] {
                    return Err(invalid("expected the stops of a measure oldest first").at(place(at)));
                }
            }
        }
        Ok(())
    }

    fn validate_severity_changes(&self, document: &Document) -> Result<(), Error> {
        let changes = &self.severity_changes;
        require_at_most(changes.len(), MAX_SEVERITY_CHANGES, "severity changes", "/severityChanges")?;
        let mut earliest = self.submitted_at;
        for (index, change) in changes.iter().enumerate() {
            if change.at < earliest {
                let message = "expected severity changes oldest first, none before the submission";
                return Err(invalid(message).at(format!("/severityChanges/{index}/at")));
            }
            earliest = change.at;
            require_severity(document, &change.severity, &format!("/severityChanges/{index}/severity"))?;
        }
        Ok(())
    }

    /// The same case at the moment of its submission: nothing has happened yet.
    pub(crate) fn at_submission(&self) -> Self {
        let facts = Self::new(&self.tier, &self.severity, self.submitted_at);
        let (channel, zone) = (self.channel.clone(), self.zone.clone());
        Self { context: self.context.clone(), channel, zone, ..facts }
    }

    /// The stops of a measure, oldest first.
    pub(crate) fn stops(&self, measure: &str) -> &[Instant] {
        self.stopped_at.get(measure).map_or(&[], Stops::as_slice)
    }

    /// The start of a measure; `None` if it has not come.
    pub(crate) fn start(&self, measure: &Measure) -> Option<Instant> {
        match measure.starts_at.as_deref() {
            None | Some("submission") => Some(self.submitted_at),
            Some(id) => self.moment(id),
        }
    }

    /// The first stop of a measure, or an event, by its id.
    pub(crate) fn moment(&self, id: &str) -> Option<Instant> {
        self.stops(id).first().copied().or_else(|| self.events.get(id).copied().flatten())
    }

    /// Every instant after the submission, with its place.
    #[cfg(feature = "analysis")]
    pub(crate) fn instants(&self) -> Vec<(String, Instant)> {
        let mut found = Vec::new();
        for (measure, stops) in self.stopped_at.iter() {
            let path = format!("/stoppedAt/{}", token(measure));
            match stops {
                Stops::None => {}
                Stops::One(stop) => found.push((path, *stop)),
                Stops::List(stops) => {
                    found.extend(stops.iter().enumerate().map(|(at, stop)| (format!("{path}/{at}"), *stop)))
                }
            }
        }
        let events = self.events.iter().filter_map(|(event, at)| Some((format!("/events/{}", token(event)), (*at)?)));
        found.extend(events);
        found.extend(self.pauses.iter().enumerate().map(|(at, pause)| (format!("/pauses/{at}/0"), pause.from)));
        let changes = self.severity_changes.iter().enumerate();
        found.extend(changes.map(|(at, change)| (format!("/severityChanges/{at}/at"), change.at)));
        found
    }

    /// Ids of the context questions that have an answer.
    #[cfg(feature = "analysis")]
    pub(crate) fn questions(&self) -> impl Iterator<Item = &str> {
        self.context.iter().filter(|(_, answer)| answer.is_some()).map(|(question, _)| question)
    }

    /// Ids of the events that have happened.
    #[cfg(feature = "analysis")]
    pub(crate) fn event_ids(&self) -> impl Iterator<Item = &str> {
        self.events.iter().filter(|(_, at)| at.is_some()).map(|(event, _)| event)
    }

    /// The channel, where it is known.
    pub(crate) fn channel(&self) -> Option<&str> {
        self.channel.as_deref().filter(|channel| *channel != UNKNOWN)
    }

    /// The zone of the customer, where it is known.
    pub(crate) fn zone(&self) -> Option<&str> {
        self.zone.as_deref().filter(|zone| *zone != UNKNOWN)
    }

    /// The facts that choose objectives and calendars.
    pub(crate) fn known(&self, document: &Document, context: &ContextAnswers) -> ChoiceFacts<'_> {
        ChoiceFacts::of(document, context, self.channel(), self.zone())
    }

    /// The severity at an instant, and since when it stands.
    pub(crate) fn severity_at(&self, at: Instant) -> (&str, Instant) {
        match self.severity_changes.iter().rev().find(|change| change.at <= at) {
            Some(change) => (&change.severity, change.at),
            None => (&self.severity, self.submitted_at),
        }
    }
}

fn invalid(message: impl Into<String>) -> Error {
    Error::new(ErrorCode::InvalidCase, message)
}
