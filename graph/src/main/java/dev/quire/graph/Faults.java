package dev.quire.graph;

import dev.quire.graph.fault.ErrorCode;
import dev.quire.graph.fault.GraphError;
import dev.quire.graph.fault.RequestErrors;
import dev.quire.graph.fault.ServiceCode;
import dev.quire.graph.fault.SessionErrors;
import dev.quire.graph.gate.Mishaps;
import dev.quire.graph.gate.TokenVerifier.TokenRefused;
import dev.quire.graph.json.JsonFault;
import dev.quire.graph.path.PathFault;
import dev.quire.graph.query.QueryFault;
import dev.quire.graph.resource.BadArgument;
import dev.quire.graph.resource.BadReference;
import dev.quire.graph.resource.NoSuchEntity;
import dev.quire.graph.resource.NotAllowed;
import dev.quire.graph.resource.NotServed;
import dev.quire.graph.resource.TooManyCells;
import dev.quire.session.SessionFault;
import dev.quire.store.StoreFault;
import dev.quire.workbook.WorkbookFault;
import java.util.Optional;

/// Gives each refusal of the rooms below its status and its code.
final class Faults {
  private static final int RETRY_SECONDS = 5;

  private Faults() {}

  /// The error of an expected refusal; empty for anything else, which is a mistake of ours.
  static Optional<GraphError> error(Throwable refused) {
    return Optional.ofNullable(
        switch (refused) {
          case GraphEndpoint.TokenMissing _ -> RequestErrors.tokenMissing();
          case TokenRefused fault -> RequestErrors.tokenRefused(text(fault));
          case SessionCalls.SessionHeaderMissing _ -> SessionErrors.headerMissing();
          case ByteRange.NotSatisfiable fault -> GraphError.front(416, "invalidRange", text(fault));
          case UploadSession.OutOfOrder fault -> GraphError.front(416, "invalidRange", text(fault));
          case Overloaded fault -> GraphError.front(429, "activityLimitReached", text(fault));
          case DriveCalls.Locked _ -> RequestErrors.resourceLocked();
          case DeltaCalls.Resync fault -> GraphError.front(410, "resyncRequired", text(fault));
          case Handshake.NotValidated fault ->
              GraphError.front(400, "ValidationError", text(fault));
          case BatchPart.Refused fault -> GraphError.badRequest(text(fault));
          case Entry.Refused fault -> RequestErrors.accessDenied(text(fault));
          case Entry.NeedsUser fault -> GraphError.badRequest(text(fault));
          case Entry.NoItem fault -> noItem(fault);
          case PathFault fault -> RequestErrors.of(fault);
          case QueryFault fault -> RequestErrors.of(fault);
          case JsonFault fault -> RequestErrors.of(fault);
          case NoSuchEntity fault -> GraphError.of(ErrorCode.ITEM_NOT_FOUND, text(fault));
          case BadArgument fault -> GraphError.of(ErrorCode.INVALID_ARGUMENT, text(fault));
          case BadReference fault -> GraphError.of(ErrorCode.INVALID_REFERENCE, text(fault));
          case TooManyCells fault -> GraphError.of(ErrorCode.RANGE_EXCEEDS_LIMIT, text(fault));
          case NotServed fault ->
              GraphError.of(ErrorCode.NOT_IMPLEMENTED_UNCATEGORIZED, text(fault));
          case NotAllowed fault -> RequestErrors.methodNotAllowed(fault.method(), fault.why());
          case TooLargeAnswer fault ->
              GraphError.of(ServiceCode.RESPONSE_PAYLOAD_SIZE_LIMIT_EXCEEDED, text(fault));
          case SessionFault fault -> session(fault);
          case WorkbookFault fault -> workbook(fault);
          case StoreFault fault -> store(fault);
          default -> null;
        });
  }

  /// An answer is larger than the settings allow. Expected, so without a stack trace.
  static final class TooLargeAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLargeAnswer() {
      super(ServiceCode.RESPONSE_PAYLOAD_SIZE_LIMIT_EXCEEDED.message(), null, false, false);
    }
  }

  /// How long a client should wait before it tries again.
  static int retryAfterSeconds(Throwable refused) {
    return switch (refused) {
      case Mishappened ordered when ordered.mishap() instanceof Mishaps.Refusal(_, int seconds) ->
          seconds;
      case SessionFault.TooManySessions _ -> 4 * RETRY_SECONDS;
      case SessionFault.TooBusy busy when busy.scarce() != SessionFault.TooBusy.Scarce.MEMORY -> 1;
      case SessionFault.Elsewhere _ -> 1;
      case StoreFault.Unreachable _ -> 1;
      default -> RETRY_SECONDS;
    };
  }

  /// An unknown drive has another code than an unknown item (semantics §2.1, O).
  private static GraphError noItem(Entry.NoItem fault) {
    return fault.isDrive()
        ? GraphError.front(404, "ResourceNotFound", text(fault))
        : GraphError.front(404, "ItemNotFound", text(fault));
  }

  private static GraphError session(SessionFault fault) {
    return switch (fault) {
      case SessionFault.UnknownSession _ -> SessionErrors.reCreatable();
      case SessionFault.WorkbookGone _ -> SessionErrors.workbookGone();
      case SessionFault.NoSuchItem _ ->
          GraphError.front(404, "ItemNotFound", "The resource could not be found.");
      case SessionFault.UnknownOperation f -> GraphError.of(ErrorCode.ITEM_NOT_FOUND, text(f));
      case SessionFault.TooManySessions f -> SessionErrors.tooManySessions(sentence(text(f)));
      case SessionFault.TooBusy f -> tooBusy(f);
      case SessionFault.FileChanged f ->
          GraphError.of(ErrorCode.ACCESS_CONFLICT, sentence(text(f)));
      case SessionFault.CannotSave f ->
          GraphError.of(ErrorCode.SERVICE_UNAVAILABLE_UNCATEGORIZED, sentence(text(f)));
      case SessionFault.Stopping f ->
          GraphError.of(ErrorCode.SERVICE_UNAVAILABLE_UNCATEGORIZED, sentence(text(f)));
      case SessionFault.Elsewhere f ->
          GraphError.of(ErrorCode.SERVICE_UNAVAILABLE_UNCATEGORIZED, sentence(text(f)));
      case SessionFault.CheckedOut f -> RequestErrors.resourceLocked(sentence(text(f)));
      case SessionFault.TooManyStreams f ->
          GraphError.front(429, "activityLimitReached", sentence(text(f)));
      case SessionFault.InUse f -> RequestErrors.resourceLocked(sentence(text(f)));
      case SessionFault.NotCheckedOut f ->
          GraphError.front(400, "invalidRequest", sentence(text(f)));
      case SessionFault.CannotOpen f -> cannotOpen(f);
    };
  }

  /// Requests that crowd one workbook have a code of their own (semantics §1.2, O).
  private static GraphError tooBusy(SessionFault.TooBusy fault) {
    return switch (fault.scarce()) {
      case WORKBOOK ->
          GraphError.of(
              ServiceCode.EDIT_MODE_CANNOT_ACQUIRE_LOCK_TOO_MANY_REQUESTS, sentence(text(fault)));
      case USER, JOURNAL, MEMORY -> GraphError.front(429, "TooManyRequests", sentence(text(fault)));
    };
  }

  private static GraphError cannotOpen(SessionFault.CannotOpen fault) {
    return switch (fault.reason()) {
      case NOT_A_WORKBOOK -> RequestErrors.notAWorkbook();
      case ENCRYPTED ->
          GraphError.of(
              ErrorCode.UNSUPPORTED_WORKBOOK,
              sentence(text(fault)) + " Give its password in the header " + Call.PASSWORD + ".");
      case WRONG_PASSWORD -> GraphError.of(ErrorCode.ACCESS_DENIED, sentence(text(fault)));
      case TOO_LARGE -> GraphError.of(ErrorCode.UNSUPPORTED_WORKBOOK, sentence(text(fault)));
      case DAMAGED ->
          GraphError.of(
              ServiceCode.GENERIC_FILE_OPEN_ERROR,
              ServiceCode.GENERIC_FILE_OPEN_ERROR.message() + " " + sentence(text(fault)));
    };
  }

  private static GraphError workbook(WorkbookFault fault) {
    return switch (fault) {
      case WorkbookFault.NotFound f -> GraphError.of(ErrorCode.ITEM_NOT_FOUND, text(f));
      case WorkbookFault.NameTaken f -> GraphError.of(ErrorCode.ITEM_ALREADY_EXISTS, text(f));
      case WorkbookFault.BadName f -> GraphError.of(ErrorCode.INVALID_ARGUMENT, text(f));
      case WorkbookFault.BadFormula f -> GraphError.of(ErrorCode.INVALID_ARGUMENT, text(f));
      case WorkbookFault.BadValue f -> GraphError.of(ErrorCode.INVALID_ARGUMENT, text(f));
      case WorkbookFault.BadNumberFormat f -> GraphError.of(ErrorCode.INVALID_ARGUMENT, text(f));
      case WorkbookFault.BadChart f -> GraphError.of(ErrorCode.INVALID_ARGUMENT, text(f));
      case WorkbookFault.LastVisibleSheet f -> GraphError.of(ErrorCode.INVALID_ARGUMENT, text(f));
      case WorkbookFault.PartOfArray f -> GraphError.of(ErrorCode.CONFLICT_UNCATEGORIZED, text(f));
      case WorkbookFault.InsertDeleteConflict f ->
          GraphError.of(ErrorCode.INSERT_DELETE_CONFLICT, text(f));
      case WorkbookFault.Overlap f -> GraphError.of(ErrorCode.INVALID_ARGUMENT, text(f));
      case WorkbookFault.Filtered f -> GraphError.of(ErrorCode.FILTERED_RANGE_CONFLICT, text(f));
      case WorkbookFault.Conflict f -> GraphError.of(ErrorCode.CONFLICT_UNCATEGORIZED, text(f));
      case WorkbookFault.Protected f -> GraphError.of(ErrorCode.ACCESS_DENIED, text(f));
      case WorkbookFault.OffSheet f -> GraphError.of(ErrorCode.NON_BLANK_CELL_OFF_SHEET, text(f));
      case WorkbookFault.NotRefreshable f ->
          GraphError.of(ErrorCode.UNSUPPORTED_OPERATION, text(f));
      case WorkbookFault.PivotOverlap f -> GraphError.of(ErrorCode.CONFLICT_UNCATEGORIZED, text(f));
      case WorkbookFault.TooLarge f -> GraphError.of(ErrorCode.INVALID_ARGUMENT, text(f));
      case WorkbookFault.Unreadable f ->
          cannotOpen(
              new SessionFault.CannotOpen(
                  f.isTooLarge()
                      ? SessionFault.CannotOpen.Reason.TOO_LARGE
                      : SessionFault.CannotOpen.Reason.DAMAGED,
                  text(f)));
      case WorkbookFault.CalculationTooLong f -> GraphError.of(ErrorCode.REQUEST_ABORTED, text(f));
    };
  }

  private static GraphError store(StoreFault fault) {
    return switch (fault) {
      case StoreFault.NotFound _ ->
          GraphError.front(404, "itemNotFound", "The resource could not be found.");
      case StoreFault.Changed _ ->
          RequestErrors.resourceModified("The resource has changed since it was read.");
      case StoreFault.Exists f -> RequestErrors.nameAlreadyExists(sentence(text(f)));
      case StoreFault.BadName f -> GraphError.front(400, "invalidRequest", sentence(text(f)));
      case StoreFault.Unwritable f ->
          GraphError.front(507, "insufficientStorage", sentence(text(f)));
      case StoreFault.Unreachable f ->
          GraphError.of(ErrorCode.SERVICE_UNAVAILABLE_UNCATEGORIZED, sentence(text(f)));
      case StoreFault.Unreadable f -> GraphError.front(500, "generalException", sentence(text(f)));
    };
  }

  private static String text(Throwable fault) {
    return String.valueOf(fault.getMessage());
  }

  /// With a capital and a full stop; names of files and parts stay as they are.
  private static String sentence(String text) {
    boolean isName = text.matches("[^ ]*[^a-z ,:'][^ ]*( .*)?");
    String capital = isName ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return capital.endsWith(".") ? capital : capital + ".";
  }
}
