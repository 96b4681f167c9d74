//! The columns of a log, found by their headers.

use std::collections::{BTreeMap, BTreeSet};

use crate::policy::model::Measure;

use super::messages::short;
use super::names::normalized;
use super::options::Column;

/// The columns of a log of cases, as options call them.
pub(super) const CASE_COLUMNS: [&str; 6] = ["id", "tier", "severity", "submittedAt", "stoppedAt", "channel"];

const STOPPED_AT: usize = 4;

/// Headers in French and English, a line for each of [`CASE_COLUMNS`], the likeliest first, without spaces, accents and
/// capitals.
const CASE_HEADERS: &str = "\
     id caseid casenumber caseno case ticketid ticketnumber ticket issuekey key incidentnumber incidentid incident \
     number requestid request reference ref identifiant numerodecas numerocas nodecas nocas cas numerodedossier \
     numerodossier nodedossier dossier numerodebillet numerobillet nodebillet billet numerodedemande nodedemande \
     demande numero no \u{2116}\n\
     tier tierid supporttier supportplan plan supportlevel servicelevel serviceplan service contract subscription \
     entitlement palier niveaudeservice niveaudesoutien niveaudesupport niveaudassistance plandesoutien forfait offre \
     contrat abonnement soutien\n\
     severity severityid severitylevel sev priority prioritylevel urgency severite niveaudeseverite gravite \
     niveaudegravite priorite niveaudepriorite criticite urgence niveau level\n\
     submittedat submitted submissiondate submissiontime datesubmitted submittedon submittedtime createdat created \
     createdon createddate createdtime creationdate creationtime datecreated openedat opened openedon openeddate \
     openedtime opendate dateopened reportedat reported receivedat received start startedat soumisle soumisea soumisa \
     soumis soumission datedesoumission datesoumission heuredesoumission creele creea cree datedecreation datecreation \
     creation ouvertle ouvert ouverture datedouverture dateouverture recule recu datedereception datereception signale \
     signalele debut\n\
     stoppedat stopped stoppedon arretele arretea arrete datedarret datearret\n\
     channel source origin via contactmethod canal origine provenance moyendecontact";

/// Headers of the stop where the measure is a response.
const RESPONSES: &str = "firstresponseat firstresponse firstrespondedat firstresponsedate firstresponsetime \
     initialresponseat initialresponse initialresponsedate initialresponsetime respondedat responded respondedon \
     responseat responsedate responsetime response firstreplyat firstreply firstreplydate acknowledgedat acknowledged \
     premierereponse premierereponsele premierereponsea datedepremierereponse datepremierereponse \
     datedelapremierereponse reponseinitiale datedereponseinitiale repondule repondua repondu datedereponse datereponse \
     reponsele reponse prisencharge prisenchargele";

/// Headers of the stop where the measure is a resolution.
const RESOLUTIONS: &str = "resolvedat resolved resolvedon resolveddate resolutiondate resolutiontime resolution \
     closedat closed closedon closeddate closedate dateclosed completedat completed resolule resolua resolu \
     datederesolution dateresolution fermele ferme fermeture datedefermeture datefermeture cloture closle clos \
     datedecloture";

/// The columns that a log is expected to have.
#[derive(Debug)]
pub(super) struct Expected<const N: usize> {
    /// Their names, as options call them.
    pub names: [&'static str; N],
    /// The columns that the caller names.
    pub given: [Option<Column>; N],
    /// Likely headers of the others, the likeliest first, in the form that [`normalized`] gives them.
    pub headers: [Vec<String>; N],
    /// Whether the log is of no use without them.
    pub necessary: [bool; N],
    /// Further columns that the caller names, with what they hold.
    pub others: Vec<(String, Column)>,
}

/// The columns under a header.
#[derive(Debug)]
pub(super) struct Located<const N: usize> {
    /// Their indices.
    pub found: [Option<usize>; N],
    /// The indices of the further columns.
    pub others: Vec<usize>,
    /// A sentence for each necessary column that is missing.
    pub problems: Vec<String>,
}

/// Columns of a log of cases that not every report needs.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Needs {
    /// Cases have a tier of their own.
    pub tier: bool,
    /// The report counts the cases of some channels only.
    pub channel: bool,
}

impl Expected<6> {
    /// The columns of a log of cases.
    pub fn of_cases(given: [Option<Column>; 6], measure: &Measure, needs: Needs) -> Self {
        let mut headers: [Vec<String>; 6] = std::array::from_fn(|column| words(CASE_HEADERS, column));
        headers[STOPPED_AT] = stop_headers(measure, true);
        let necessary = [false, needs.tier, true, true, true, needs.channel];
        Self { names: CASE_COLUMNS, given, headers, necessary, others: Vec::new() }
    }
}

impl<const N: usize> Expected<N> {
    /// Finds the columns under some headers.
    pub fn locate(&self, headers: &[String]) -> Located<N> {
        // A sign alone is a number: "Case #" is known by its word.
        let name = |header: &String| if header.trim() == "#" { "no".to_owned() } else { normalized(header) };
        let columns = self.given.iter().flatten().chain(self.others.iter().map(|(_, column)| column));
        let given = columns.filter_map(|column| match column {
            Column::Header(header) => Some(normalized(header)),
            Column::Index(_) => None,
        });
        let wanted: BTreeSet<String> = self.headers.iter().flatten().cloned().chain(given).collect();
        let mut positions = BTreeMap::new();
        for (index, name) in headers.iter().map(name).enumerate() {
            if wanted.contains(&name) {
                positions.entry(name).or_insert(index);
            }
        }
        let mut problems = Vec::new();
        let mut found = [None; N];
        for ((found, given), name) in found.iter_mut().zip(&self.given).zip(self.names) {
            if let Some(column) = given {
                *found = find(column, headers, &positions);
                if found.is_none() {
                    problems.push(format!("there is no column {} for \"{name}\"", shown(column)));
                }
            }
        }
        for at in 0..N {
            if self.given[at].is_none() {
                let is_free = |index: &usize| !found.contains(&Some(*index));
                found[at] = self.headers[at].iter().find_map(|name| positions.get(name).copied().filter(is_free));
                if found[at].is_none() && self.necessary[at] {
                    problems.push(missing(self.names[at], headers));
                }
            }
        }
        let mut others = Vec::new();
        for (name, column) in &self.others {
            match find(column, headers, &positions) {
                Some(index) => others.push(index),
                None => problems.push(format!("there is no column {} for \"{name}\"", shown(column))),
            }
        }
        Located { found, others, problems }
    }
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
    let is_about = |part: &str| measure.id.contains(part);
    let responses = if is_about("respon") || is_about("repon") { RESPONSES } else { "" };
    let resolutions = if is_about("resol") || is_about("clos") { RESOLUTIONS } else { "" };
    let more = responses.split_ascii_whitespace().chain(resolutions.split_ascii_whitespace());
    if with_any {
        headers.extend(words(CASE_HEADERS, STOPPED_AT));
    }
    headers.extend(more.map(str::to_owned));
    headers
}

fn find(column: &Column, headers: &[String], positions: &BTreeMap<String, usize>) -> Option<usize> {
    match column {
        Column::Index(index) => (*index < headers.len()).then_some(*index),
        Column::Header(header) => {
            let exact = headers.iter().position(|known| known.trim() == header.trim());
            let name = normalized(header);
            exact.or_else(|| positions.get(&name).copied().filter(|_| !name.is_empty()))
        }
    }
}

fn shown(column: &Column) -> String {
    match column {
        Column::Header(header) => format!("\"{}\"", short(header)),
        Column::Index(index) => format!("{index} (from 0)"),
    }
}

fn missing(name: &str, headers: &[String]) -> String {
    const MOST_SHOWN: usize = 20;
    let mut shown: Vec<String> =
        headers.iter().take(MOST_SHOWN).map(|header| format!("\"{}\"", short(header))).collect();
    if headers.len() > MOST_SHOWN {
        shown.push("…".to_owned());
    }
    format!("no column was recognized as \"{name}\"; name it. The header has {}", shown.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING_GIVEN: [Option<Column>; 6] = [const { None }; 6];

    fn located(headers: &str, given: &[Option<Column>; 6], needs: Needs) -> Result<[Option<usize>; 6], Vec<String>> {
        let document = crate::policy::read(crate::REFERENCE_POLICY).document.unwrap();
        let headers: Vec<String> = headers.split(',').map(str::to_owned).collect();
        let Located { found, problems, .. } =
            Expected::of_cases(given.clone(), &document.measures[0], needs).locate(&headers);
        if problems.is_empty() { Ok(found) } else { Err(problems) }
    }

    fn layout(headers: &str, given: &[Option<Column>; 6]) -> Result<[Option<usize>; 6], Vec<String>> {
        located(headers, given, Needs { tier: true, channel: false })
    }

    fn indices(headers: &str) -> [Option<usize>; 5] {
        let [id, tier, severity, submitted_at, stopped_at, _] = layout(headers, &NOTHING_GIVEN).unwrap();
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
        let find = |channel| located("tier,severity,submitted,stopped", &NOTHING_GIVEN, Needs { tier: true, channel });
        assert_eq!(find(false), Ok([None, Some(0), Some(1), Some(2), Some(3), None]));
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
