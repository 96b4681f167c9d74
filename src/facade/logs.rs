//! Reports on logs of cases and of outages.

use std::sync::Arc;

use super::Policy;
use crate::Error;
use crate::report::{AvailabilityLog, AvailabilityOptions, CaseEvaluator, Report, ReportOptions};

impl Policy {
    /// Begins a report of the attainment over a log of cases.
    ///
    /// # Errors
    ///
    /// `invalid-options`, `invalid-instant`, `unknown-measure`, `unknown-zone`, `unknown-tier`, `unknown-severity`
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::report::ReportOptions;
    /// use case_slo::{Instant, Policy};
    ///
    /// let options = ReportOptions::new(Instant::parse("2026-03-01T00:00:00Z")?);
    /// let mut report = Policy::reference().report(&options)?;
    /// report.push(b"id,tier,severity,submitted,stopped\n");
    /// report.push(b"1,premium,critical,2026-02-03T07:14:00Z,2026-02-03T07:20:00Z\n");
    /// let result = report.finish();
    /// assert_eq!((result.rows, result.groups[0].attainment), (1, Some(1.0)));
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn report(&self, options: &ReportOptions) -> Result<Report, Error> {
        Report::new(Arc::clone(&self.document), Arc::clone(&self.calendars), options)
    }

    /// Returns an evaluator of single cases by a measure, for an engine that reads logs itself.
    ///
    /// # Errors
    ///
    /// `unknown-measure`; `invalid-options` for a measure that starts later than at the submission.
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::{ErrorCode, Policy};
    ///
    /// let refused = Policy::reference().case_evaluator("response").unwrap_err();
    /// assert_eq!(refused.code(), ErrorCode::UnknownMeasure);
    /// ```
    pub fn case_evaluator(&self, measure: &str) -> Result<CaseEvaluator, Error> {
        CaseEvaluator::new(Arc::clone(&self.document), Arc::clone(&self.calendars), measure)
    }

    /// Begins a report of the availability of services over a log of their outages: the share of each month in which they could
    /// be used. It does not depend on the policy; a customer reads both reports side by side.
    ///
    /// # Errors
    ///
    /// `invalid-options`, `invalid-instant`, `unknown-zone`
    ///
    /// # Examples
    ///
    /// ```
    /// use case_slo::report::AvailabilityOptions;
    /// use case_slo::{Instant, Policy};
    ///
    /// let options = AvailabilityOptions::new(Instant::parse("2026-03-01T00:00:00Z")?);
    /// let mut log = Policy::reference().availability(&options)?;
    /// log.push(b"service,start,end\nCalls,2026-02-03T07:00:00Z,2026-02-03T08:00:00Z\n");
    /// let result = log.finish();
    /// assert_eq!(result.seconds, 28.0 * 86_400.0);
    /// assert_eq!(result.services[0].service.as_deref(), Some("Calls"));
    /// # Ok::<(), case_slo::Error>(())
    /// ```
    pub fn availability(&self, options: &AvailabilityOptions) -> Result<AvailabilityLog, Error> {
        AvailabilityLog::new(options)
    }
}
