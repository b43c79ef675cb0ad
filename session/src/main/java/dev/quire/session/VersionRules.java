package dev.quire.session;

import java.time.Duration;

/// Which earlier contents of a file are kept.
///
/// Every content that is replaced through the drive is kept. A workbook that is worked on is
/// brought up to date in its file every few seconds, so of those contents only some are: the one
/// that was there before the work began, and after that one each time so much has passed. That is
/// what SharePoint does while several people edit (`CoauthoringVersionPeriod`, D; that it is 30
/// minutes unless set otherwise is not documented there, ?). Work begins when the workbook comes
/// into memory, or when somebody else has changed its file.
///
/// @param most how many earlier contents of a file are kept; the oldest go. 0 for none
/// @param every how much later than the last one the next content of a workbook that is being
///   worked on is kept
public record VersionRules(int most, Duration every) {
  /// Fifty, one per half an hour of work.
  public static final VersionRules USUAL = new VersionRules(50, Duration.ofMinutes(30));
}
