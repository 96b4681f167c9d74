//! The purpose of a column, as the words of its header tell it.
//!
//! Lists of whole headers cannot hold what every help desk calls its columns: "Responded Time", "First Call Response DateTime",
//! "seconds_to_first_ack". A header without an entry in these lists is known by its words.

use super::names::plain;

/// The purpose of a column: beginnings of words that tell it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Purpose {
    pub words: &'static str,
    /// Beginnings of words that tell another purpose.
    others: &'static str,
}

/// Beginnings of words for a submission, a response and a resolution in English, French, German and Spanish.
const SUBMISSION: &str = "creat open submi raised receiv report logged register entered started ouver ouvr cree recu signal soumis saisi \
     enregistr depos eroffn geoffn offn erstell angelegt gemeldet abier apert cread recib";
const RESPONSE: &str =
    "respon reply replied replies ack repond repons antwort beantwort reaktion reagier respuest respond contesta prise";
const RESOLUTION: &str = "resol solv solution clos complet finish ferm clotur termin gelost losung schlies geschlossen erledigt \
     abgeschlossen beendet resuel solucion cerra cierre";

/// Beginnings of words, and whole words with a point behind them, for instants that are promised or planned, for what happens to a case later or again, for what others than
/// the desk do, for shares and counts, and for durations in hours of a desk: none of these is the stop of a measure.
const NO_STOP: &str = "due. dueby duedate sla target goal breach violat miss. missed met. escal next expect plan estim remain left. deadline overdue \
     fallig frist ziel echean limite prevu objectif vencim previst percent pct count number status state code reopen transfer \
     updat modif cancel customer requester client user business working ouvre ouvra bureau avg average mean median max moyen \
     survey follow sent last dernier letzte ultim";

/// Beginnings of words, and whole words with a point behind them, for another use of the instant of a submission.
const NO_SUBMISSION: &str = "birth reopen re. due. dueby duedate sla last dernier letzte updat modif respon repl ack resol solv clos ferm clotur end. ended";

impl Purpose {
    /// The submission of a case.
    pub const SUBMISSION: Self = Self { words: SUBMISSION, others: NO_SUBMISSION };
    /// Its first response.
    pub const RESPONSE: Self = Self { words: RESPONSE, others: NO_STOP };
    /// Its resolution.
    pub const RESOLUTION: Self = Self { words: RESOLUTION, others: NO_STOP };

    /// Whether a header tells this purpose, and no other.
    pub fn is_named(&self, header: &str) -> bool {
        let words = words(header);
        words.iter().any(|word| begins(word, self.words)) && !words.iter().any(|word| begins(word, self.others))
    }
}

/// Whether a header speaks of the first of several.
pub(super) fn is_first(header: &str) -> bool {
    words(header).iter().any(|word| begins(word, "first initial premier erst primer"))
}

/// Whether a header speaks of the hours of a desk: "First response time (business hours)".
pub(super) fn is_of_desk(header: &str) -> bool {
    words(header).iter().any(|word| begins(word, "business working ouvre ouvra geschaftsz arbeitszeit laborable"))
}

/// Whether a header says that its column holds durations: "Time to resolve", "reply_time", "Délai de prise en compte".
pub(super) fn tells_duration(header: &str) -> bool {
    const WORDS: &str = "time duration delay delai duree temps dauer zeit tiempo plazo elapsed second minut hour day min hrs sec heure \
         jour tage stund sekund segund hora dia millis to. ms. s. m. h. hr. d. j. mn.";
    words(header).iter().any(|word| begins(word, WORDS))
}

/// The words of a header in lower case, without accents: "firstResponse_at" has three.
pub(super) fn words(header: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_lower = false;
    for letter in header.chars().take(200) {
        if letter.is_ascii_uppercase() && was_lower {
            words.push(String::new());
        }
        was_lower = letter.is_ascii_lowercase();
        let letter = plain(letter);
        match words.last_mut() {
            Some(word) if letter.is_ascii_lowercase() => word.push(letter),
            _ => words.push(String::new()),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn begins(word: &str, list: &str) -> bool {
    list.split_ascii_whitespace().any(|entry| match entry.strip_suffix('.') {
        Some(whole) => word == whole,
        None => word.starts_with(entry),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_known_by_its_words() {
        for header in [
            "Responded Time",
            "RESPONDEDTIME",
            "First Call Response DateTime",
            "Respond Date",
            "First teammate reply at",
            "seconds_to_first_ack",
            "firstResponseMinutes",
            "Reply time minutes",
            "Statistiques - Délai de prise en compte",
            "Zeit bis zur ersten Antwort",
        ] {
            assert!(Purpose::RESPONSE.is_named(header), "{header}");
        }
        for header in [
            "Response due",
            "First response SLA",
            "First response status",
            "Next reply time",
            "Last response at",
            "Time to first customer reply",
            "First reply time within business hours",
            "Responses count",
            "Backlog",
            "Resolved at",
        ] {
            assert!(!Purpose::RESPONSE.is_named(header), "{header}");
        }
        for header in
            ["Resolved Date Time", "Days to resolve", "Datum/Uhrzeit des Schließens", "Completed Time", "To Resolution"]
        {
            assert!(Purpose::RESOLUTION.is_named(header), "{header}");
        }
        assert!(
            !Purpose::RESOLUTION.is_named("Resolution due by")
                && !Purpose::RESOLUTION.is_named("Reopened after closing")
        );
        for header in [
            "Conversation started at",
            "Datum/Uhrzeit des Öffnens",
            "Date d'ouverture du billet",
            "Ticket created - Timestamp",
        ] {
            assert!(Purpose::SUBMISSION.is_named(header), "{header}");
        }
        assert!(!Purpose::SUBMISSION.is_named("Re-opened on") && !Purpose::SUBMISSION.is_named("Date of birth"));
    }

    #[test]
    fn a_duration_and_the_first_of_several_are_told() {
        for header in
            ["Time to resolve", "reply_time", "Resolve (hrs)", "durationMs", "Délai de résolution", "To First Response"]
        {
            assert!(tells_duration(header), "{header}");
        }
        assert!(!tells_duration("Agent responses") && !tells_duration("Resolution"));
        assert!(
            is_of_desk("Reply time (business hours)")
                && is_of_desk("Délai en heures ouvrées")
                && !is_of_desk("Ouverture")
        );
        assert!(is_first("First reply") && is_first("Délai de première réponse") && !is_first("Reply"));
    }
}
