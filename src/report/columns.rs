//! Which column of a log is which.

use case_slo_log::Columns;

use crate::policy::model::Measure;

use super::names::normalised;
use super::options::short;

/// The columns of a log, as options call them.
pub(super) const COLUMNS: [&str; 6] = ["id", "tier", "severity", "submittedAt", "stoppedAt", "channel"];

const STOPPED_AT: usize = 4;

/// How the caller names a column.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Column {
    /// By its header.
    Named(String),
    /// By its index from 0.
    At(usize),
}

/// Headers in French and English, a line for each of [`COLUMNS`], the likeliest first, without spaces, accents and
/// capitals. One text, not a list: a list stays in the engine of pages that never read a log.
const HEADERS: &str = "\
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

/// What the end of the clock is called where the measure is a response.
const RESPONSES: &str = "firstresponseat firstresponse firstrespondedat firstresponsedate firstresponsetime \
     initialresponseat initialresponse initialresponsedate initialresponsetime respondedat responded respondedon \
     responseat responsedate responsetime response firstreplyat firstreply firstreplydate acknowledgedat acknowledged \
     premierereponse premierereponsele premierereponsea datedepremierereponse datepremierereponse \
     datedelapremierereponse reponseinitiale datedereponseinitiale repondule repondua repondu datedereponse datereponse \
     reponsele reponse prisencharge prisenchargele";

/// What it is called where the measure is a resolution.
const RESOLUTIONS: &str = "resolvedat resolved resolvedon resolveddate resolutiondate resolutiontime resolution \
     closedat closed closedon closeddate closedate dateclosed completedat completed resolule resolua resolu \
     datederesolution dateresolution fermele ferme fermeture datedefermeture datefermeture cloture closle clos \
     datedecloture";

/// What is known of the columns once the header has been read.
#[derive(Debug)]
pub(super) struct Located {
    /// Where each of [`COLUMNS`] stands, as far as it was given or could be guessed.
    pub found: [Option<usize>; COLUMNS.len()],
    /// A sentence for each column that is needed and not there.
    pub problems: Vec<String>,
}

/// Columns that not every report needs.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Needs {
    /// Cases have a tier of their own.
    pub tier: bool,
    /// Cases of some channels are asked for.
    pub channel: bool,
}

impl Located {
    /// The columns under some headers; what the caller has not `given` is guessed.
    pub fn new(headers: &[String], given: &[Option<Column>; COLUMNS.len()], measure: &Measure, needs: Needs) -> Self {
        let mut guesses: [Vec<String>; COLUMNS.len()] = std::array::from_fn(|column| words(HEADERS, column));
        guesses[STOPPED_AT] = stop_headers(measure);
        let needed = [false, needs.tier, true, true, true, needs.channel];
        let (found, problems) = find(headers, given, COLUMNS, &guesses, needed);
        Self { found, problems }
    }

    /// Where the columns stand in a row; `None` where one that is needed is missing.
    pub fn layout(&self, count: usize) -> Option<Columns> {
        let [id, tier, severity, submitted_at, stopped_at, channel] = self.found;
        match (severity, submitted_at, stopped_at) {
            (Some(severity), Some(submitted_at), Some(stopped_at)) if self.problems.is_empty() => {
                Some(Columns { id, tier, severity, submitted_at, stopped_at, channel, count })
            }
            _ => None,
        }
    }
}

/// Where some columns stand, as given or guessed, and a sentence for each that is needed and not there.
pub(super) fn find<const N: usize>(
    headers: &[String],
    given: &[Option<Column>; N],
    columns: [&str; N],
    guesses: &[Vec<String>; N],
    needed: [bool; N],
) -> ([Option<usize>; N], Vec<String>) {
    // A sign alone is a number: "Case #" is known by its word.
    let name = |header: &String| if header.trim() == "#" { "no".to_owned() } else { normalised(header) };
    let names: Vec<String> = headers.iter().map(name).collect();
    let mut problems = Vec::new();
    let mut found = [None; N];
    for ((found, given), name) in found.iter_mut().zip(given).zip(columns) {
        if let Some(column) = given {
            *found = locate(column, headers, &names);
            if found.is_none() {
                problems.push(format!("there is no column {} for \"{name}\"", wording(column)));
            }
        }
    }
    for at in 0..N {
        if given[at].is_none() {
            let free = |index: &usize| !found.contains(&Some(*index));
            found[at] = guesses[at].iter().find_map(|header| position(&names, header).filter(free));
            if found[at].is_none() && needed[at] {
                problems.push(missing(columns[at], headers));
            }
        }
    }
    (found, problems)
}

/// The words on one line of a text.
pub(super) fn words(text: &str, line: usize) -> Vec<String> {
    text.lines().nth(line).unwrap_or_default().split_ascii_whitespace().map(str::to_owned).collect()
}

/// Names of the column that holds the end of a measure: those of the measure itself come first.
fn stop_headers(measure: &Measure) -> Vec<String> {
    let names = std::iter::once(measure.id.as_str()).chain(measure.name.iter().map(|(_, name)| name.as_str()));
    let mut headers = Vec::new();
    for name in names.map(normalised) {
        for affix in ["at", "", "date", "time", "le"] {
            headers.push(format!("{name}{affix}"));
        }
    }
    let is_about = |part: &str| measure.id.contains(part);
    let responses = if is_about("respon") || is_about("repon") { RESPONSES } else { "" };
    let resolutions = if is_about("resol") || is_about("clos") { RESOLUTIONS } else { "" };
    let more = responses.split_ascii_whitespace().chain(resolutions.split_ascii_whitespace());
    headers.extend(words(HEADERS, STOPPED_AT));
    headers.extend(more.map(str::to_owned));
    headers
}

fn position(names: &[String], header: &str) -> Option<usize> {
    names.iter().position(|name| name == header)
}

fn locate(column: &Column, headers: &[String], names: &[String]) -> Option<usize> {
    match column {
        Column::At(index) => (*index < headers.len()).then_some(*index),
        Column::Named(header) => headers
            .iter()
            .position(|known| known.trim() == header.trim())
            .or_else(|| Some(normalised(header)).filter(|name| !name.is_empty()).and_then(|n| position(names, &n))),
    }
}

fn wording(column: &Column) -> String {
    match column {
        Column::Named(header) => format!("\"{}\"", short(header)),
        Column::At(index) => format!("{index} (from 0)"),
    }
}

fn missing(name: &str, headers: &[String]) -> String {
    const MOST_SHOWN: usize = 20;
    let mut shown: Vec<String> =
        headers.iter().take(MOST_SHOWN).map(|header| format!("\"{}\"", short(header))).collect();
    if headers.len() > MOST_SHOWN {
        shown.push("…".to_owned());
    }
    format!("no column could be told to be \"{name}\"; name it. The header has {}", shown.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING_GIVEN: [Option<Column>; 6] = [const { None }; 6];

    fn layout(headers: &str, given: &[Option<Column>; 6]) -> Result<Columns, Vec<String>> {
        let document = crate::policy::read(crate::REFERENCE_POLICY).document.unwrap();
        let headers: Vec<String> = headers.split(',').map(str::to_owned).collect();
        let located = Located::new(&headers, given, &document.measures[0], Needs { tier: true, channel: false });
        located.layout(headers.len()).ok_or(located.problems)
    }

    fn indices(headers: &str) -> [Option<usize>; 5] {
        let found = layout(headers, &NOTHING_GIVEN).unwrap();
        [found.id, found.tier, Some(found.severity), Some(found.submitted_at), Some(found.stopped_at)]
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
        // Whatever has a use of its own keeps it, and signs alone, or no header at all, are no number.
        assert_eq!(indices("No,tier,severity,submitted,stopped"), [0, 1, 2, 3, 4].map(Some));
        assert_eq!(indices("Niveau de service,Niveau,created,responded")[..3], [None, Some(0), Some(1)]);
        for header in ["", "##", "$", "%", "N", "Now", "Note", "Non", "Oui/Non", "Yes/No", "#1"] {
            assert_eq!(indices(&format!("{header},plan,sev,created,responded"))[0], None, "{header}");
        }
        // What the caller names for something else is not guessed.
        let mut given = NOTHING_GIVEN;
        given[5] = Some(Column::At(0));
        let found = layout("No,tier,severity,submitted,stopped", &given).unwrap();
        assert_eq!((found.id, found.channel), (None, Some(0)));
    }

    #[test]
    fn the_caller_has_the_last_word() {
        let mut given = NOTHING_GIVEN;
        given[3] = Some(Column::Named("opened by phone".to_owned()));
        given[0] = Some(Column::At(0));
        let found = layout("Created,tier,severity,Opened by Phone,stopped,id", &given).unwrap();
        assert_eq!((found.id, found.submitted_at), (Some(0), 3));
        given[2] = Some(Column::At(6));
        let problems = layout("Created,tier,severity,Opened by Phone,stopped,id", &given).unwrap_err();
        assert_eq!(problems, ["there is no column 6 (from 0) for \"severity\""]);
    }

    #[test]
    fn a_channel_is_needed_only_where_some_are_asked_for() {
        let document = crate::policy::read(crate::REFERENCE_POLICY).document.unwrap();
        let headers = ["tier", "severity", "submitted", "stopped"].map(str::to_owned);
        for channel in [false, true] {
            let needs = Needs { tier: true, channel };
            let located = Located::new(&headers, &NOTHING_GIVEN, &document.measures[0], needs);
            assert_eq!(located.layout(4).is_none(), channel);
            assert_eq!(located.found, [None, Some(0), Some(1), Some(2), Some(3), None]);
        }
    }

    #[test]
    fn what_is_missing_is_named_with_what_is_there() {
        let problems = layout("id,tier,created,colour", &NOTHING_GIVEN).unwrap_err();
        assert_eq!(problems.len(), 2);
        assert!(problems[0].contains("\"severity\"") && problems[0].contains("\"colour\""), "{problems:?}");
        assert!(problems[1].contains("\"stoppedAt\""), "{problems:?}");
    }
}
