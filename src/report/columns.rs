//! The columns of a log, found by their headers.

use case_slo_log::Timestamp;

use crate::policy::model::Measure;
use crate::sorted::sorted;

use super::companions::{Status, are_dates, are_times, belongs, is_time_alone};
use super::elapsed::{self, ElapsedUnit};
use super::messages::short;
use super::names::{Names, normalized};
use super::options::Column;
use super::presets::{Preset, PresetColumn};
use super::purpose::{self, Purpose};

/// The columns of a log of cases, as options call them.
pub(super) const CASE_COLUMNS: [&str; 12] = [
    "id",
    "tier",
    "severity",
    "submittedAt",
    "stoppedAt",
    "channel",
    "elapsed",
    "dueAt",
    "updatedAt",
    "submittedTime",
    "stoppedTime",
    "status",
];

/// Places among [`CASE_COLUMNS`].
pub(super) const TIER: usize = 1;
pub(super) const SEVERITY: usize = 2;
pub(super) const SUBMITTED_AT: usize = 3;
pub(super) const STOPPED_AT: usize = 4;
pub(super) const CHANNEL: usize = 5;
pub(super) const ELAPSED: usize = 6;
pub(super) const DUE_AT: usize = 7;
pub(super) const UPDATED_AT: usize = 8;
pub(super) const SUBMITTED_TIME: usize = 9;
pub(super) const STOPPED_TIME: usize = 10;
pub(super) const STATUS: usize = 11;

/// The places of the columns of a case in a row, in the order of [`CASE_COLUMNS`].
pub(super) type CasePlaces = [Option<usize>; CASE_COLUMNS.len()];

/// Headers in French and English, and the commonest in German and Spanish: a line for each of [`CASE_COLUMNS`], the likeliest
/// first, without spaces, accents and capitals.
const CASE_HEADERS: &str = "\
     id caseid casenumber caseno case ticketid ticketnumber ticket issuekey key incidentnumber incidentid incident \
     number requestid request reference ref identifiant numerodecas numerocas nodecas nocas cas numerodedossier \
     numerodossier nodedossier dossier numerodebillet numerobillet nodebillet billet numerodedemande nodedemande \
     demande numero no \u{2116} ticketnummer vorgangsnummer numerodecaso uniquekey\n\
     tier tierid supporttier supportplan plan supportlevel servicelevel serviceplan service contract subscription \
     entitlement palier niveaudeservice niveaudesoutien niveaudesupport niveaudassistance plandesoutien forfait offre \
     contrat abonnement soutien\n\
     severity severityid severitylevel sev priority prioritylevel ticketpriority casepriority incidentpriority \
     issuepriority urgency severite niveaudeseverite gravite niveaudegravite priorite niveaudepriorite prioriteduticket \
     criticite urgence niveau level prioritat schweregrad dringlichkeit prioridad gravedad severidad\n\
     submittedat submitted submissiondate submissiontime datesubmitted submittedon submittedtime createdat created \
     createdon createddate createdtime creationdate creationtime datecreated createdate createtime openedat opened \
     openedon openeddate openedtime opendate opentime dateopened datetimeopened reportedat reported reporteddate \
     receivedat received start startedat soumisle soumisea soumisa soumis soumission datedesoumission datesoumission \
     heuredesoumission creele creea cree datedecreation datecreation creation ouvertle ouvert ouverture datedouverture \
     dateouverture recule recu datedereception datereception signale signalele debut erstellt erstelltam erstellungsdatum \
     eroffnet eroffnetam creado creadoel fechadecreacion fechadeapertura date jour fecha datum\n\
     stoppedat stopped stoppedon arretele arretea arrete datedarret datearret\n\
     channel source origin via contactmethod contacttype canal origine provenance moyendecontact\n\
     \n\
     \n\
     sysupdatedat sysupdatedon sysmodcount updatedat updated updatedon lastupdated lastupdate lastupdatedat modifiedat \
     modified lastmodified changedatetime changedat changed eventtime eventdate timestamp datestamp completetimestamp \
     misajour misajourle miseajour dernieremiseajour modifiele dernieremodification";

/// Headers of the status of a case.
const STATUSES: &str = "status casestatus ticketstatus incidentstatus currentstatus incidentstate casestate state statut \
     statutdubillet statutduticket statutducas etat etatdubillet etatduticket estado zustand";

/// Headers of the stop where the measure is a response.
const RESPONSES: &str = "firstresponseat firstresponse firstrespondedat firstresponsedate firstresponsetime \
     initialresponseat initialresponse initialresponsedate initialresponsetime respondedat responded respondedon \
     respondeddate responseat responsedate responsetime response firstreplyat firstreply firstreplydate acknowledgedat \
     acknowledged premierereponse premierereponsele premierereponsea datedepremierereponse datepremierereponse \
     datedelapremierereponse reponseinitiale datedereponseinitiale repondule repondua repondu datedereponse datereponse \
     reponsele reponse prisencharge prisenchargele ersteantwort ersteantwortam erstereaktion primerarespuesta";

/// Headers of the stop where the measure is a resolution.
const RESOLUTIONS: &str = "resolvedat resolved resolvedon resolveddate resolvedtime lastresolveddate resolutiondate \
     resolutiontime resolution closedat closed closedon closeddate closedtime closedate closetime dateclosed \
     datetimeclosed solvedat solved completedat completed resolule resolua resolu datederesolution dateresolution fermele \
     ferme fermeture datedefermeture datefermeture cloture closle clos datedecloture gelost gelostam geschlossen \
     geschlossenam resuelto resueltoel cerrado fechaderesolucion fechadecierre";

/// Headers of durations up to a response, and up to a resolution.
const RESPONSE_TIMES: &str = "firstreplytimeinminutes firstresponseminutes firstresponsetimeinminutes \
     firstresponsetimeminutes firstresponsetimemin firstresponsetimemins firstresponsetimeinhrs firstresponsetimehours \
     firstresponsehours firstresponseseconds timetofirstresponse timetofirstreply responseminutes responsehours \
     minutestofirstresponse hourstofirstresponse delaidepremierereponse delaipremierereponse delaidereponse";
const RESOLUTION_TIMES: &str = "fullresolutiontimeinminutes resolutionminutes resolutiontimeinminutes \
     resolutiontimeminutes resolutiontimeinhrs resolutiontimehours resolutionhours resolutionseconds timetoresolution \
     timetoresolve timetoclose minutestoresolution hourstoresolution delaideresolution";

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
    /// Columns that are not necessary where another is there.
    pub instead: &'static [(usize, usize)],
    /// Columns of dates, each with that of its times of day where these stand apart.
    pub times: &'static [(usize, usize)],
    /// Whether a duration is that of its row without doubt, as "0:45" under "First response time" of a case. In a log of outages a clock
    /// reading may be a time of day, and a row whose start has no header of its own may say how long a service was up.
    pub trusts_durations: bool,
    /// Whether a case may have a row for each of its events, whose times stand for the submission and the stop.
    pub events: bool,
    /// Further columns that the caller names, with what they hold.
    pub others: Vec<(String, Column)>,
    /// How presets of exports are used: the one that the caller names, and the column of the log for each of theirs.
    pub presets: Option<Presets>,
}

/// The use of presets.
#[derive(Debug)]
pub(super) struct Presets {
    pub given: Option<&'static Preset>,
    columns: Vec<(usize, PresetColumn)>,
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

/// Columns of a log of cases that not every report needs.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Needs {
    /// Cases have a tier of their own.
    pub tier: bool,
    /// Cases have a severity of their own.
    pub severity: bool,
    /// The report counts the cases of some channels only.
    pub channel: bool,
}

impl Expected<{ CASE_COLUMNS.len() }> {
    /// The columns of a log of cases.
    pub fn of_cases(
        given: [Option<Column>; CASE_COLUMNS.len()],
        measure: &Measure,
        needs: Needs,
        preset: Option<&'static Preset>,
    ) -> Self {
        let mut headers: [Vec<String>; CASE_COLUMNS.len()] = std::array::from_fn(|column| words(CASE_HEADERS, column));
        headers[STOPPED_AT] = stop_headers(measure, true);
        headers[ELAPSED] = elapsed_headers(measure);
        if is_resolution(measure) {
            headers[STATUS] = STATUSES.split_ascii_whitespace().map(str::to_owned).collect();
        }
        let mut necessary = [false; CASE_COLUMNS.len()];
        (necessary[TIER], necessary[SEVERITY], necessary[SUBMITTED_AT], necessary[CHANNEL]) =
            (needs.tier, needs.severity, true, needs.channel);
        // A duration that the caller names is the stop, whatever columns there may be.
        necessary[STOPPED_AT] = given[ELAPSED].is_none();
        let mut columns = vec![
            (0, PresetColumn::Id),
            (SEVERITY, PresetColumn::Severity),
            (SUBMITTED_AT, PresetColumn::Submitted),
            (CHANNEL, PresetColumn::Channel),
            (UPDATED_AT, PresetColumn::Updated),
            (DUE_AT, PresetColumn::Due),
        ];
        if is_response(measure) {
            columns.extend([(STOPPED_AT, PresetColumn::Response), (ELAPSED, PresetColumn::ResponseTime)]);
        } else if is_resolution(measure) {
            columns.extend([(STOPPED_AT, PresetColumn::Resolution), (ELAPSED, PresetColumn::ResolutionTime)]);
        }
        let mut words = [Purpose::default(); CASE_COLUMNS.len()];
        words[SUBMITTED_AT] = Purpose::SUBMISSION;
        if is_response(measure) {
            (words[STOPPED_AT], words[ELAPSED]) = (Purpose::RESPONSE, Purpose::RESPONSE);
        } else if is_resolution(measure) {
            (words[STOPPED_AT], words[ELAPSED]) = (Purpose::RESOLUTION, Purpose::RESOLUTION);
        }
        let mut cells = [const { Cells::Any }; CASE_COLUMNS.len()];
        for at in [SUBMITTED_AT, STOPPED_AT, DUE_AT] {
            cells[at] = Cells::Timestamps;
        }
        (cells[ELAPSED], cells[STATUS]) = (Cells::Durations, Cells::Statuses);
        Self {
            names: CASE_COLUMNS,
            given,
            headers,
            words,
            cells,
            necessary,
            instead: &[(STOPPED_AT, ELAPSED), (SEVERITY, DUE_AT), (TIER, DUE_AT)],
            times: &[(SUBMITTED_AT, SUBMITTED_TIME), (STOPPED_AT, STOPPED_TIME)],
            trusts_durations: true,
            events: true,
            others: Vec::new(),
            presets: Some(Presets { given: preset, columns }),
        }
    }
}

/// The headers of a log, and its first rows.
struct Sheet<'a> {
    headers: &'a [String],
    /// Headers as they are compared, whole and without what stands in parentheses.
    names: Vec<[String; 2]>,
    sample: &'a [Vec<String>],
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

impl<const N: usize> Expected<N> {
    /// Finds the columns under some headers, with the first rows below them.
    pub fn locate(&self, headers: &[String], sample: &[Vec<String>]) -> Located<N> {
        let sheet = Sheet::new(headers, sample);
        let preset = self.presets.as_ref().and_then(|presets| presets.given.or_else(|| Preset::of(&sheet.names)));
        let (mut problems, mut by_cells) = (Vec::new(), Vec::new());
        let (mut found, mut durations, mut is_other) = ([None; N], [None; N], [false; N]);
        for ((found, given), name) in found.iter_mut().zip(&self.given).zip(self.names) {
            if let Some(column) = given {
                *found = sheet.find(column);
                if found.is_none() {
                    problems.push(format!("there is no column {} for \"{name}\"", shown(column)));
                }
            }
        }
        for at in (0..N).filter(|at| self.given[*at].is_none()) {
            // A duration replaces the stop; a due time leaves tier and severity, where they are found, to the groups of the report.
            let is_instant = matches!(self.cells[at], Cells::Timestamps);
            if is_instant && self.is_replaced(at, &self.given.each_ref().map(Option::is_some)) {
                continue;
            }
            let free = |index: &usize| !found.contains(&Some(*index)) && !sheet.counts_desk_hours(*index);
            let columns = self.presets.iter().flat_map(|presets| &presets.columns).filter(|(place, _)| *place == at);
            let of_preset = columns.flat_map(|(_, column)| preset.map(|preset| preset.headers(*column))).flatten();
            let is_remaining = at == ELAPSED && preset.is_some_and(Preset::has_remaining_times);
            let known = self.headers[at].iter().filter(|_| !is_remaining);
            let candidates: Vec<String> = of_preset.map(str::to_owned).chain(known.cloned()).collect();
            let (mut empty, mut poor) = (None, None);
            // Headers as they stand come before those without their parentheses.
            let places = (0..2).flat_map(|form| candidates.iter().map(move |name| (form, name)));
            found[at] = places.filter_map(|(form, name)| sheet.position(form, name).filter(free)).find(|index| {
                let fit = self.fit(at, &sheet, *index);
                empty = empty.or((fit == Fit::Empty).then_some(*index));
                poor = poor.or((fit == Fit::Poor).then_some(*index));
                fit == Fit::Good
            });
            if found[at].is_none() && empty.is_none() && !is_remaining {
                found[at] = self.by_words(at, &sheet, &found);
            }
            found[at] = found[at].or(empty);
            if let (None, Some(index)) = (found[at], poor) {
                match self.instead.iter().find(|(column, _)| *column == at && self.holds_durations(at, &sheet, index)) {
                    Some((_, other)) => durations[*other] = Some(index),
                    None if matches!(self.cells[at], Cells::Statuses | Cells::Durations) => {}
                    None if !self.necessary[at] && self.holds_durations(at, &sheet, index) => {}
                    None => (found[at], is_other[at]) = (poor, sheet.holds_no_instants(index)),
                }
                // The cells decide: a header that names a duration may stand above the instants of the stop.
                if let Some((column, _)) = self.instead.iter().find(|(_, other)| *other == at)
                    && matches!(self.cells[at], Cells::Durations)
                    && (found[*column].is_none() || is_other[*column])
                {
                    (found[*column], is_other[*column]) = (poor, false);
                }
            }
            found[at] = found[at].or(durations[at]);
        }
        // Instants say more than durations, unless the caller names these, or no instant has come and durations have.
        for (column, other) in self.instead.iter().filter(|(at, _)| matches!(self.cells[*at], Cells::Timestamps)) {
            let has_cells = |at: usize| found[at].is_some_and(|index| sheet.filled(index).next().is_some());
            if self.given[*column].is_none() && !has_cells(*column) && has_cells(*other) {
                found[*column] = None;
            } else if found[*column].is_some() && self.given[*other].is_none() {
                found[*other] = None;
            }
        }
        for at in (0..N).filter(|at| self.given[*at].is_none() && self.necessary[*at]) {
            let is_missing = found[at].is_none() && !self.is_replaced(at, &found.map(|place| place.is_some()));
            // A column of instants that is known by its cells comes before one that holds something else under a likely header.
            if is_other[at]
                && matches!(self.cells[at], Cells::Timestamps)
                && let Some(index) = self.by_cells(at, &sheet, &found)
            {
                found[at] = Some(index);
                by_cells.push(at);
            }
            if !is_missing {
                continue;
            }
            if self.is_told_by_events(at, &sheet, &found) {
                continue;
            }
            let replaces = |(column, other): &(usize, usize)| {
                found[*column].is_none() && found[*other].is_some() && self.given[*other].is_none()
            };
            if self.trusts_durations || !self.instead.iter().any(replaces) {
                found[at] = self.by_cells(at, &sheet, &found);
            }
            match found[at] {
                Some(_) => by_cells.push(at),
                None => {
                    let remaining = preset.filter(|preset| at == STOPPED_AT && preset.has_remaining_times());
                    problems.push(missing(self.names[at], headers, remaining.is_some()));
                }
            }
        }
        for (date, time) in self.times.iter().filter(|(_, time)| self.given[*time].is_none()) {
            found[*time] = found[*date].and_then(|date| sheet.time_of(date)).filter(|at| !found.contains(&Some(*at)));
        }
        let mut others = Vec::new();
        for (name, column) in &self.others {
            match sheet.find(column) {
                Some(index) => others.push(index),
                None => problems.push(format!("there is no column {} for \"{name}\"", shown(column))),
            }
        }
        Located { found, others, by_cells, preset, problems }
    }

    /// Whether a column is not necessary because another is there.
    fn is_replaced(&self, at: usize, there: &[bool; N]) -> bool {
        self.instead.iter().any(|(column, other)| *column == at && there.get(*other) == Some(&true))
    }

    /// Whether the events of a case tell a column: its first event the submission, and the first one with a closed status the stop.
    fn is_told_by_events(&self, at: usize, sheet: &Sheet, found: &[Option<usize>; N]) -> bool {
        let place = |column: usize| found.get(column).copied().flatten();
        self.events
            && place(UPDATED_AT).is_some()
            && (at == SUBMITTED_AT || at == STOPPED_AT && place(STATUS).is_some())
            && place(0).is_some_and(|id| comes_again(sheet.sample, id))
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
                && if at == ELAPSED { sheet.tells_durations(*index) } else { sheet.holds_instants(*index) }
        };
        let fitting: Vec<usize> = (0..sheet.headers.len().min(MOST_COLUMNS)).filter(fits).collect();
        let is_first = |index: &&usize| purpose::is_first(&sheet.headers[**index]);
        fitting.iter().find(is_first).or(fitting.first()).copied()
    }

    /// The column that is known by its cells alone: the only one that has names of the policy, or the only one of instants
    /// whose header does not tell another use. A stop is never known in this way: too many columns are later than a submission.
    fn by_cells(&self, at: usize, sheet: &Sheet, found: &[Option<usize>; N]) -> Option<usize> {
        let is_free = |index: &usize| !found.contains(&Some(*index));
        let fits = |index: &usize| {
            let cells = || sheet.filled(*index);
            match &self.cells[at] {
                Cells::Any | Cells::Statuses | Cells::Durations => false,
                Cells::Timestamps if at == STOPPED_AT => false,
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

impl<'a> Sheet<'a> {
    fn new(headers: &'a [String], sample: &'a [Vec<String>]) -> Self {
        // A sign alone is a number: "Case #" is known by its word.
        let name = |header: &str| if header.trim() == "#" { "no".to_owned() } else { normalized(header) };
        let names = headers.iter().map(|header| [name(header), name(without_parentheses(header))]).collect();
        Self { headers, names, sample }
    }

    /// The first column of a name, with or without what stands in parentheses.
    fn position(&self, form: usize, name: &str) -> Option<usize> {
        self.names.iter().position(|names| names.get(form).is_some_and(|known| known == name))
    }

    fn find(&self, column: &Column) -> Option<usize> {
        match column {
            Column::Index(index) => (*index < self.headers.len()).then_some(*index),
            Column::Header(header) => {
                let exact = self.headers.iter().position(|known| known.trim() == header.trim());
                let name = normalized(header);
                exact.or_else(|| self.position(0, &name).filter(|_| !name.is_empty()))
            }
        }
    }

    /// The column of the times of day of a column of dates: the one whose header says so, or says "time" alone right behind it.
    fn time_of(&self, date: usize) -> Option<usize> {
        if !are_dates(self.column(date)) {
            return None;
        }
        let name = |index: usize| self.names.get(index).map_or("", |[name, _]| name);
        let is_time = |index: &usize| *index != date && are_times(self.column(*index));
        let named = (0..self.headers.len()).find(|index| belongs(name(date), name(*index)) && is_time(index));
        named.or_else(|| Some(date + 1).filter(|next| is_time_alone(name(*next)) && is_time(next)))
    }

    /// The cells of a column among the first rows that have a value.
    fn filled(&self, index: usize) -> impl Iterator<Item = &'a str> + use<'a> {
        self.column(index).filter(|cell| !is_not_yet(cell))
    }

    /// Whether a column holds instants; numbers of seconds and milliseconds since 1970 are some.
    fn holds_instants(&self, index: usize) -> bool {
        let is_unix = |cell: &str| {
            matches!(cell.trim().len(), 10 | 13) && matches!(Timestamp::read(cell.as_bytes()), Timestamp::Instant(_))
        };
        let mut cells = self.filled(index).peekable();
        cells.peek().is_some() && cells.all(|cell| is_timestamp(cell) || is_unix(cell)) || self.time_of(index).is_some()
    }

    /// Whether a column holds durations.
    fn holds_durations(&self, index: usize) -> bool {
        let mut cells = self.filled(index).peekable();
        cells.peek().is_some() && cells.all(|cell| elapsed::read(cell, ElapsedUnit::Minutes).is_some())
    }

    /// Whether a column holds durations or words: instants in a form that is not known have digits as well.
    fn holds_no_instants(&self, index: usize) -> bool {
        self.holds_durations(index) || !self.filled(index).any(|cell| cell.bytes().any(|byte| byte.is_ascii_digit()))
    }

    /// Whether a column holds durations in the hours of a desk, which do not lead from a submission to a stop.
    fn counts_desk_hours(&self, index: usize) -> bool {
        purpose::is_of_desk(&self.headers[index]) && self.holds_durations(index)
    }

    /// Whether a column holds durations, and says so by its header or by their form: a number alone counts something else.
    fn tells_durations(&self, index: usize) -> bool {
        let is_number = |cell: &str| cell.bytes().all(|byte| byte.is_ascii_digit() || b"., ".contains(&byte));
        let header = self.headers.get(index).map_or("", String::as_str);
        self.holds_durations(index) && (purpose::tells_duration(header) || !self.filled(index).any(is_number))
    }

    /// The cells of a column among the first rows.
    fn column(&self, index: usize) -> impl Iterator<Item = &'a str> + use<'a> {
        const MOST_ROWS: usize = 100;
        self.sample.iter().take(MOST_ROWS).filter_map(move |row| row.get(index)).map(String::as_str)
    }
}

/// Whether a case comes again in the first rows.
pub(super) fn comes_again(sample: &[Vec<String>], id: usize) -> bool {
    let ids: Vec<&String> = sample.iter().filter_map(|row| row.get(id)).filter(|id| !id.is_empty()).collect();
    sorted(ids, |one, other| one.cmp(other)).windows(2).any(|pair| pair[0] == pair[1])
}

/// The name of a zone that a header gives in parentheses, such as "Created (UTC)".
pub(super) fn zone_of_header(header: &str) -> Option<&str> {
    let (_, rest) = header.split_once(['(', '['])?;
    let (inside, _) = rest.split_once([')', ']'])?;
    let mut words = inside.split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | ';'));
    words.find(|word| {
        matches!(word.to_ascii_uppercase().as_str(), "UTC" | "GMT" | "Z") || word.contains('/') && word.len() > 4
    })
}

/// A header up to its first parenthesis.
fn without_parentheses(header: &str) -> &str {
    let end = header.find(['(', '[']).filter(|at| *at > 0);
    end.map_or(header, |end| header.get(..end).unwrap_or(header))
}

fn is_timestamp(cell: &str) -> bool {
    matches!(Timestamp::read(cell.as_bytes()), Timestamp::Instant(_) | Timestamp::Local(_) | Timestamp::Ambiguous)
        // A number is rather one than a serial date.
        && !cell.trim().bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a cell has no value, or stands for one that has not come.
fn is_not_yet(cell: &&str) -> bool {
    Timestamp::read(cell.as_bytes()) == Timestamp::Empty
}

fn is_response(measure: &Measure) -> bool {
    measure.id.contains("respon") || measure.id.contains("repon")
}

fn is_resolution(measure: &Measure) -> bool {
    measure.id.contains("resol") || measure.id.contains("clos")
}

/// Headers of durations up to the end of a measure.
fn elapsed_headers(measure: &Measure) -> Vec<String> {
    let list = match (is_response(measure), is_resolution(measure)) {
        (true, _) => RESPONSE_TIMES,
        (_, true) => RESOLUTION_TIMES,
        _ => "",
    };
    list.split_ascii_whitespace().map(str::to_owned).collect()
}

/// The column of a header row that names the stop of a measure, but for those that are taken.
pub(super) fn stop_column(measure: &Measure, headers: &[String], taken: &[Option<usize>]) -> Option<usize> {
    let wanted = stop_headers(measure, false);
    let names: Vec<String> = headers.iter().map(|header| normalized(header)).collect();
    let is_free = |index: &usize| !taken.contains(&Some(*index));
    wanted.iter().find_map(|wanted| names.iter().position(|name| name == wanted).filter(is_free))
}

/// The words on one line of a text.
pub(super) fn words(text: &str, line: usize) -> Vec<String> {
    text.lines().nth(line).unwrap_or_default().split_ascii_whitespace().map(str::to_owned).collect()
}

/// Headers of the end of a measure: those of the measure itself come first. Those of any measure are left out on demand.
fn stop_headers(measure: &Measure, with_any: bool) -> Vec<String> {
    let names = std::iter::once(measure.id.as_str()).chain(measure.name.iter().map(|(_, name)| name.as_str()));
    let mut headers = Vec::new();
    for name in names.map(normalized) {
        for affix in ["at", "", "date", "time", "le"] {
            headers.push(format!("{name}{affix}"));
        }
    }
    let responses = if is_response(measure) { RESPONSES } else { "" };
    let resolutions = if is_resolution(measure) { RESOLUTIONS } else { "" };
    let more = responses.split_ascii_whitespace().chain(resolutions.split_ascii_whitespace());
    if with_any {
        headers.extend(words(CASE_HEADERS, STOPPED_AT));
    }
    headers.extend(more.map(str::to_owned));
    headers
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

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING_GIVEN: [Option<Column>; CASE_COLUMNS.len()] = [const { None }; CASE_COLUMNS.len()];

    fn located(
        headers: &str,
        given: &[Option<Column>; CASE_COLUMNS.len()],
        needs: Needs,
    ) -> Result<CasePlaces, Vec<String>> {
        let document = crate::policy::read(crate::REFERENCE_POLICY).document.unwrap();
        let headers: Vec<String> = headers.split(',').map(str::to_owned).collect();
        let Located { found, problems, .. } =
            Expected::of_cases(given.clone(), &document.measures[0], needs, None).locate(&headers, &[]);
        if problems.is_empty() { Ok(found) } else { Err(problems) }
    }

    fn layout(headers: &str, given: &[Option<Column>; CASE_COLUMNS.len()]) -> Result<CasePlaces, Vec<String>> {
        located(headers, given, Needs { tier: true, severity: true, channel: false })
    }

    fn indices(headers: &str) -> [Option<usize>; 5] {
        let [id, tier, severity, submitted_at, stopped_at, ..] = layout(headers, &NOTHING_GIVEN).unwrap();
        [id, tier, severity, submitted_at, stopped_at]
    }

    #[test]
    fn headers_are_guessed_in_english_and_french() {
        let in_order = [0, 1, 2, 3, 4].map(Some);
        assert_eq!(indices("id,tier,severity,submittedAt,stoppedAt"), in_order);
        assert_eq!(indices("Case Number,Support Plan,Priority,Created At,First Response At"), in_order);
        assert_eq!(indices("Numéro de cas,Palier,Sévérité,Date de création,Première réponse"), in_order);
        assert_eq!(indices("No de dossier,Niveau de service,Gravité,Soumis le,Répondu le"), in_order);
        assert_eq!(indices("responded,x,created,SEV,plan"), [None, Some(4), Some(3), Some(2), Some(0)]);
    }

    #[test]
    fn a_number_alone_is_the_case_where_nothing_better_is_there() {
        for header in
            ["No", "No.", "no", "Nº", "N°", "n°", "№", " # ", "N° de cas", "Nº de dossier", "N° de billet", "Case #"]
        {
            assert_eq!(indices(&format!("plan,{header},sev,created,responded"))[0], Some(1), "{header}");
        }
        // The row number of an export, beside the case itself.
        assert_eq!(indices("#,plan,sev,created,responded,Ticket")[0], Some(5));
        assert_eq!(indices("No,plan,sev,created,responded,Référence")[0], Some(5));
        assert_eq!(indices("No.,plan,sev,created,responded,Numéro")[0], Some(5));
    }

    #[test]
    fn a_number_takes_nothing_from_another_column() {
        // A column with a use of its own keeps it, and signs alone, or no header at all, are not a number.
        assert_eq!(indices("No,tier,severity,submitted,stopped"), [0, 1, 2, 3, 4].map(Some));
        assert_eq!(indices("Niveau de service,Niveau,created,responded")[..3], [None, Some(0), Some(1)]);
        for header in ["", "##", "$", "%", "N", "Now", "Note", "Non", "Oui/Non", "Yes/No", "#1"] {
            assert_eq!(indices(&format!("{header},plan,sev,created,responded"))[0], None, "{header}");
        }
        // A column that the caller names for something else is not guessed.
        let mut given = NOTHING_GIVEN;
        given[5] = Some(Column::Index(0));
        let found = layout("No,tier,severity,submitted,stopped", &given).unwrap();
        assert_eq!((found[0], found[5]), (None, Some(0)));
    }

    #[test]
    fn a_header_names_a_zone_in_parentheses_and_no_form_of_dates() {
        for (header, zone) in [
            ("Created (UTC)", Some("UTC")),
            ("Created [gmt]", Some("gmt")),
            ("Created (America/Toronto)", Some("America/Toronto")),
            ("Created (local; Asia/Tokyo)", Some("Asia/Tokyo")),
            ("Created (d/m)", None),
            ("Created (d/mm)", None),
            ("Created (minutes)", None),
            ("Created UTC", None),
        ] {
            assert_eq!(zone_of_header(header), zone, "{header}");
        }
    }

    #[test]
    fn the_caller_has_the_last_word() {
        let mut given = NOTHING_GIVEN;
        given[3] = Some("opened by phone".into());
        given[0] = Some(Column::Index(0));
        let found = layout("Created,tier,severity,Opened by Phone,stopped,id", &given).unwrap();
        assert_eq!((found[0], found[3]), (Some(0), Some(3)));
        given[2] = Some(Column::Index(6));
        let problems = layout("Created,tier,severity,Opened by Phone,stopped,id", &given).unwrap_err();
        assert_eq!(problems, ["there is no column 6 (from 0) for \"severity\""]);
    }

    #[test]
    fn a_channel_is_needed_only_where_some_are_asked_for() {
        let find = |channel| {
            located("tier,severity,submitted,stopped", &NOTHING_GIVEN, Needs { tier: true, severity: true, channel })
        };
        assert_eq!(
            find(false).map(|found| found[..6].to_vec()),
            Ok(vec![None, Some(0), Some(1), Some(2), Some(3), None])
        );
        assert!(find(true).is_err());
    }

    #[test]
    fn a_missing_column_is_named_with_those_that_are_there() {
        let problems = layout("id,tier,created,colour", &NOTHING_GIVEN).unwrap_err();
        assert_eq!(problems.len(), 2);
        assert!(problems[0].contains("\"severity\"") && problems[0].contains("\"colour\""), "{problems:?}");
        assert!(problems[1].contains("\"stoppedAt\""), "{problems:?}");
    }
}
