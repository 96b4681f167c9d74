//! The columns of a log, found by their headers and their cells.

use super::companions::{Status, are_times};
use super::elapsed::{self, ElapsedUnit};
use super::messages::short;
use super::names::Names;
use super::options::Column;
use super::presets::{Preset, PresetColumn};
use super::purpose::{self, Purpose};
use super::sheet::{Sheet, comes_again, is_timestamp};

/// Parts of headers of instants that are no submission.
const OTHER_INSTANTS: &str =
    "due echeance updat modif misa sla expir export last derni birth naiss end fin clos resol respon repon";

/// Columns that are looked at for their words or their cells.
const MOST_COLUMNS: usize = 200;

/// The columns that a log is expected to have.
#[derive(Debug)]
pub(super) struct Expected<const N: usize> {
    /// Their names, as options call them.
    pub names: [&'static str; N],
    /// The columns that the caller names.
    pub given: [Option<Column>; N],
    /// Likely headers of the others, the likeliest first, in the form that [`normalized`] gives them.
    pub headers: [Vec<String>; N],
    /// Words by which the others are known if they have none of these headers.
    pub words: [Purpose; N],
    /// How the cells of a column are known.
    pub cells: [Cells; N],
    /// Whether the log is of no use without them.
    pub necessary: [bool; N],
    /// Whether a column of instants may be known by its cells alone.
    pub by_cells: [bool; N],
    /// Columns that are not necessary where another is there.
    pub instead: &'static [(usize, usize)],
    /// Columns of dates, each with that of its times of day where these stand apart.
    pub times: &'static [(usize, usize)],
    /// Whether a duration is that of its row without doubt, as "0:45" under "First response time" of a case. In a log of outages a clock
    /// reading may be a time of day, and a row whose start has no header of its own may say how long a service was up.
    pub trusts_durations: bool,
    /// A case may have a row for each of its events, whose times stand for the submission and the stop.
    pub events: Option<Events>,
    /// Further columns that the caller names, with what they hold.
    pub others: Vec<(String, Column)>,
    /// How presets of exports are used: the one that the caller names, and the column of the log for each of theirs.
    pub presets: Option<Presets>,
}

/// The columns by which a case is known that has a row for each of its events.
#[derive(Debug)]
pub(super) struct Events {
    pub id: usize,
    pub updated: usize,
    /// Told by the first event.
    pub submitted: usize,
    /// Told by the first event with a closed status.
    pub stopped: usize,
    pub status: usize,
}

/// The use of presets.
#[derive(Debug)]
pub(super) struct Presets {
    pub given: Option<&'static Preset>,
    pub columns: Vec<(usize, PresetColumn)>,
}

/// The cells of a column.
#[derive(Debug)]
pub(super) enum Cells {
    /// Anything.
    Any,
    /// Timestamps, or durations instead in another column.
    Timestamps,
    /// Durations, or timestamps instead in another column.
    Durations,
    /// Names of entries of the policy.
    Names(Box<Names>),
    /// Statuses of cases.
    Statuses,
}

/// The columns under a header.
#[derive(Debug)]
pub(super) struct Located<const N: usize> {
    /// Their indices.
    pub found: [Option<usize>; N],
    /// The indices of the further columns.
    pub others: Vec<usize>,
    /// Places of the columns that are known by their cells, not by their header.
    pub by_cells: Vec<usize>,
    /// The preset whose headers these are.
    pub preset: Option<&'static Preset>,
    /// A sentence for each necessary column that is missing.
    pub problems: Vec<String>,
}

/// The cells of a column among the first rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// At least half of them are what is looked for.
    Good,
    /// There are none.
    Empty,
    /// Fewer are.
    Poor,
}

/// A search for the columns of a log, step by step.
struct Search<'a, const N: usize> {
    expected: &'a Expected<N>,
    sheet: Sheet<'a>,
    preset: Option<&'static Preset>,
    found: [Option<usize>; N],
    /// Columns of durations under a header of instants, which are taken instead of these.
    durations: [Option<usize>; N],
    /// Whether a column was taken for its header although it holds something else.
    is_other: [bool; N],
    by_cells: Vec<usize>,
    problems: Vec<String>,
}

impl<const N: usize> Search<'_, N> {
    /// Takes the columns that the caller names.
    fn take_given(&mut self) {
        let Expected { given, names, .. } = self.expected;
        for ((found, given), name) in self.found.iter_mut().zip(given).zip(names) {
            if let Some(column) = given {
                *found = self.sheet.find(column);
                if found.is_none() {
                    self.problems.push(format!("there is no column {} for \"{name}\"", shown(column)));
                }
            }
        }
    }

    /// Finds a column by its header, if its cells are what is looked for.
    fn find_by_header(&mut self, at: usize) {
        let Self { expected, sheet, preset, .. } = self;
        // A duration replaces the stop; a due time leaves tier and severity, where they are found, to the groups of the report.
        let is_instant = matches!(expected.cells[at], Cells::Timestamps);
        if is_instant && expected.is_replaced(at, &expected.given.each_ref().map(Option::is_some)) {
            return;
        }
        let free = |index: &usize| !self.found.contains(&Some(*index)) && !sheet.counts_desk_hours(*index);
        let columns = expected.presets.iter().flat_map(|presets| &presets.columns).filter(|(place, _)| *place == at);
        let of_preset = columns.flat_map(|(_, column)| preset.map(|preset| preset.headers(*column))).flatten();
        let is_remaining = expected.is_elapsed(at) && preset.is_some_and(Preset::has_remaining_times);
        let known = expected.headers[at].iter().filter(|_| !is_remaining);
        let candidates: Vec<String> = of_preset.map(str::to_owned).chain(known.cloned()).collect();
        let (mut empty, mut poor) = (None, None);
        // Headers as they stand come before those without their parentheses.
        let places = (0..2).flat_map(|form| candidates.iter().map(move |name| (form, name)));
        let good = places.filter_map(|(form, name)| sheet.position(form, name).filter(free)).find(|index| {
            let fit = expected.fit(at, sheet, *index);
            empty = empty.or((fit == Fit::Empty).then_some(*index));
            poor = poor.or((fit == Fit::Poor).then_some(*index));
            fit == Fit::Good
        });
        let is_sought = good.is_none() && empty.is_none() && !is_remaining;
        let by_words = if is_sought { expected.by_words(at, sheet, &self.found) } else { None };
        self.found[at] = good.or(by_words).or(empty);
        if let (None, Some(index)) = (self.found[at], poor) {
            self.take_other_cells(at, index);
        }
        self.found[at] = self.found[at].or(self.durations[at]);
    }

    /// Decides about a column whose header is known and whose cells are something else.
    fn take_other_cells(&mut self, at: usize, index: usize) {
        let Expected { instead, cells, necessary, .. } = self.expected;
        let holds_durations = self.expected.holds_durations(at, &self.sheet, index);
        match instead.iter().find(|(column, _)| *column == at && holds_durations) {
            Some((_, other)) => self.durations[*other] = Some(index),
            None if matches!(cells[at], Cells::Statuses | Cells::Durations) => {}
            None if !necessary[at] && holds_durations => {}
            None => (self.found[at], self.is_other[at]) = (Some(index), self.sheet.holds_no_instants(index)),
        }
        // The cells decide: a header that names a duration may stand above the instants of the stop.
        if let Some((column, _)) = instead.iter().find(|(_, other)| *other == at)
            && matches!(cells[at], Cells::Durations)
            && (self.found[*column].is_none() || self.is_other[*column])
        {
            (self.found[*column], self.is_other[*column]) = (Some(index), false);
        }
    }

    /// Instants say more than durations, unless the caller names these, or no instant has come and durations have.
    fn choose_instants_or_durations(&mut self) {
        let Self { expected, sheet, found, .. } = self;
        let of_instants = |at: &usize| matches!(expected.cells[*at], Cells::Timestamps);
        for (column, other) in expected.instead.iter().filter(|(at, _)| of_instants(at)) {
            let has_cells = |at: usize| found[at].is_some_and(|index| sheet.filled(index).next().is_some());
            if expected.given[*column].is_none() && !has_cells(*column) && has_cells(*other) {
                found[*column] = None;
            } else if found[*column].is_some() && expected.given[*other].is_none() {
                found[*other] = None;
            }
        }
    }

    /// Finds a necessary column by its cells, if it was not found by its header or that stands above something else.
    fn complete(&mut self, at: usize) {
        let Self { expected, sheet, found, .. } = self;
        let is_missing = found[at].is_none() && !expected.is_replaced(at, &found.map(|place| place.is_some()));
        // A column of instants that is known by its cells comes before one that holds something else under a likely header.
        if self.is_other[at]
            && matches!(expected.cells[at], Cells::Timestamps)
            && let Some(index) = expected.known_by_cells(at, sheet, found)
        {
            found[at] = Some(index);
            self.by_cells.push(at);
        }
        if !is_missing || expected.is_told_by_events(at, sheet, found) {
            return;
        }
        let replaces = |(column, other): &(usize, usize)| {
            found[*column].is_none() && found[*other].is_some() && expected.given[*other].is_none()
        };
        if expected.trusts_durations || !expected.instead.iter().any(replaces) {
            found[at] = expected.known_by_cells(at, sheet, found);
        }
        match found[at] {
            Some(_) => self.by_cells.push(at),
            None => {
                let is_elapsed = |(column, other): &(usize, usize)| *column == at && expected.is_elapsed(*other);
                let has_durations = expected.instead.iter().any(is_elapsed);
                let has_remaining = has_durations && self.preset.is_some_and(Preset::has_remaining_times);
                self.problems.push(missing(expected.names[at], sheet.headers, has_remaining));
            }
        }
    }

    /// Finds the times of day of dates.
    fn find_times(&mut self) {
        let Self { expected, sheet, found, .. } = self;
        for (date, time) in expected.times.iter().filter(|(_, time)| expected.given[*time].is_none()) {
            found[*time] = found[*date].and_then(|date| sheet.time_of(date)).filter(|at| !found.contains(&Some(*at)));
        }
    }

    /// The further columns that the caller names.
    fn take_others(&mut self) -> Vec<usize> {
        let mut others = Vec::new();
        for (name, column) in &self.expected.others {
            match self.sheet.find(column) {
                Some(index) => others.push(index),
                None => self.problems.push(format!("there is no column {} for \"{name}\"", shown(column))),
            }
        }
        others
    }
}

impl<const N: usize> Expected<N> {
    /// Finds the columns under some headers, with the first rows below them.
    pub fn locate(&self, headers: &[String], sample: &[Vec<String>]) -> Located<N> {
        let sheet = Sheet::new(headers, sample);
        let preset = self.presets.as_ref().and_then(|presets| presets.given.or_else(|| Preset::of(&sheet.names)));
        let (found, durations, is_other) = ([None; N], [None; N], [false; N]);
        let (by_cells, problems) = (Vec::new(), Vec::new());
        let mut search = Search { expected: self, sheet, preset, found, durations, is_other, by_cells, problems };
        search.take_given();
        for at in (0..N).filter(|at| self.given[*at].is_none()) {
            search.find_by_header(at);
        }
        search.choose_instants_or_durations();
        for at in (0..N).filter(|at| self.given[*at].is_none() && self.necessary[*at]) {
            search.complete(at);
        }
        search.find_times();
        let others = search.take_others();
        let Search { found, by_cells, problems, .. } = search;
        Located { found, others, by_cells, preset, problems }
    }

    /// Whether a column is not necessary because another is there.
    fn is_replaced(&self, at: usize, there: &[bool; N]) -> bool {
        self.instead.iter().any(|(column, other)| *column == at && there.get(*other) == Some(&true))
    }

    /// Whether the events of a case tell a column.
    fn is_told_by_events(&self, at: usize, sheet: &Sheet, found: &[Option<usize>; N]) -> bool {
        let Some(events) = &self.events else { return false };
        let place = |column: usize| found.get(column).copied().flatten();
        place(events.updated).is_some()
            && (at == events.submitted || at == events.stopped && place(events.status).is_some())
            && place(events.id).is_some_and(|id| comes_again(sheet.sample, id))
    }

    /// Whether a column is one of durations.
    fn is_elapsed(&self, at: usize) -> bool {
        matches!(self.cells.get(at), Some(Cells::Durations))
    }

    /// Whether the cells of a column are what is looked for.
    fn fit(&self, at: usize, sheet: &Sheet, index: usize) -> Fit {
        let (mut all, mut fitting) = (0, 0);
        for cell in sheet.filled(index) {
            all += 1;
            fitting += usize::from(match &self.cells[at] {
                Cells::Any => true,
                Cells::Timestamps => is_timestamp(cell),
                Cells::Durations => !is_timestamp(cell) || elapsed::read(cell, ElapsedUnit::Minutes).is_some(),
                Cells::Names(names) => names.look_up(cell.as_bytes()).is_some(),
                Cells::Statuses => Status::read(cell).is_some(),
            });
        }
        let is_date = || matches!(self.cells[at], Cells::Timestamps) && sheet.time_of(index).is_some();
        match all {
            0 => Fit::Empty,
            _ if fitting * 2 >= all || is_date() => Fit::Good,
            _ => Fit::Poor,
        }
    }

    /// Whether a column that was looked for by its header holds durations instead of instants.
    fn holds_durations(&self, at: usize, sheet: &Sheet, index: usize) -> bool {
        matches!(self.cells[at], Cells::Timestamps)
            && sheet.holds_durations(index)
            && (self.trusts_durations || !are_times(sheet.column(index)))
    }

    /// The column whose header has a word for what is looked for, none for another use, and whose cells are all instants or
    /// durations: of several, the first that speaks of the first response.
    fn by_words(&self, at: usize, sheet: &Sheet, found: &[Option<usize>; N]) -> Option<usize> {
        let purpose = self.words.get(at).filter(|purpose| !purpose.words.is_empty())?;
        let fits = |index: &usize| {
            let header = sheet.headers.get(*index).map_or("", String::as_str);
            !found.contains(&Some(*index))
                && purpose.is_named(header)
                && if self.is_elapsed(at) { sheet.tells_durations(*index) } else { sheet.holds_instants(*index) }
        };
        let fitting: Vec<usize> = (0..sheet.headers.len().min(MOST_COLUMNS)).filter(fits).collect();
        let is_first = |index: &&usize| purpose::is_first(&sheet.headers[**index]);
        fitting.iter().find(is_first).or(fitting.first()).copied()
    }

    /// The column that is known by its cells alone: the only one that has names of the policy, or the only one of instants
    /// whose header does not tell another use.
    fn known_by_cells(&self, at: usize, sheet: &Sheet, found: &[Option<usize>; N]) -> Option<usize> {
        let is_free = |index: &usize| !found.contains(&Some(*index));
        let fits = |index: &usize| {
            let cells = || sheet.filled(*index);
            match &self.cells[at] {
                Cells::Any | Cells::Statuses | Cells::Durations => false,
                Cells::Timestamps if !self.by_cells[at] => false,
                Cells::Timestamps => {
                    let name = sheet.names.get(*index).map_or("", |[name, _]| name);
                    !OTHER_INSTANTS.split(' ').any(|part| name.contains(part))
                        && cells().next().is_some()
                        && (cells().all(is_timestamp) || sheet.time_of(*index).is_some())
                }
                Cells::Names(names) => {
                    let is_named = |cell: &str| cell.bytes().any(|byte| byte.is_ascii_alphabetic());
                    cells().any(is_named) && cells().all(|cell| names.look_up(cell.as_bytes()).is_some())
                }
            }
        };
        let mut fitting = (0..sheet.headers.len().min(MOST_COLUMNS)).filter(is_free).filter(fits);
        let first = fitting.next()?;
        fitting.next().is_none().then_some(first)
    }
}

/// The words on one line of a text.
pub(super) fn words(text: &str, line: usize) -> Vec<String> {
    text.lines().nth(line).unwrap_or_default().split_ascii_whitespace().map(str::to_owned).collect()
}

fn shown(column: &Column) -> String {
    match column {
        Column::Header(header) => format!("\"{}\"", short(header)),
        Column::Index(index) => format!("{index} (from 0)"),
    }
}

fn missing(name: &str, headers: &[String], has_remaining_times: bool) -> String {
    const MOST_SHOWN: usize = 20;
    let mut shown: Vec<String> =
        headers.iter().take(MOST_SHOWN).map(|header| format!("\"{}\"", short(header))).collect();
    if headers.len() > MOST_SHOWN {
        shown.push("…".to_owned());
    }
    let remaining = " Durations of this export are what remained of a goal; export the date instead.";
    let remaining = if has_remaining_times { remaining } else { "" };
    format!("no column was recognized as \"{name}\"; name it.{remaining} The header has {}", shown.join(", "))
}
