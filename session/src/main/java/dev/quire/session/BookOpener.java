package dev.quire.session;

import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.ooxml.XlsxFile;
import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.session.SessionFault.CannotOpen;
import dev.quire.session.SessionFault.CannotOpen.Reason;
import dev.quire.store.Item;
import dev.quire.workbook.SheetReading;
import dev.quire.workbook.WorkbookFault;
import dev.quire.workbook.WorksheetKeys;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Makes workbooks of bytes.
///
/// @param limits what a file may be at most
/// @param environment what calculations take from the world
/// @param reading how their sheets are read
record BookOpener(XlsxLimits limits, CalculationEnvironment environment, SheetReading reading) {
  /// @throws CannotOpen when a file is larger than the limits allow
  void requireSize(Item file) {
    if (file.size() > limits.fileBytes()) {
      throw refused(new XlsxFault.TooLarge("bytes in the file", limits.fileBytes()));
    }
  }

  /// @throws CannotOpen when the bytes are no workbook within the limits
  ///
  /// @param keys what the worksheets were known by
  /// @param password what the file may be behind
  XlsxFile open(ByteBuffer bytes, Optional<Password> password, WorksheetKeys keys) {
    try {
      return XlsxFile.open(bytes, password.map(Password::text), limits, environment, keys, reading);
    } catch (XlsxFault refused) {
      throw refused(refused);
    } catch (WorkbookFault refused) {
      throw new CannotOpen(Reason.TOO_LARGE, String.valueOf(refused.getMessage()));
    }
  }

  /// The same for a workbook in a file of this name.
  BookOpener inFile(String name) {
    return new BookOpener(limits, environment.inFile(name), reading);
  }

  private static CannotOpen refused(XlsxFault fault) {
    return new CannotOpen(reason(fault), String.valueOf(fault.getMessage()));
  }

  private static Reason reason(XlsxFault fault) {
    return switch (fault) {
      case XlsxFault.NotWorkbook _ -> Reason.NOT_A_WORKBOOK;
      case XlsxFault.Encrypted _ -> Reason.ENCRYPTED;
      case XlsxFault.WrongPassword _ -> Reason.WRONG_PASSWORD;
      case XlsxFault.Damaged _, XlsxFault.Hostile _, XlsxFault.Unsavable _ -> Reason.DAMAGED;
      case XlsxFault.TooLarge _, XlsxFault.TooSlow _ -> Reason.TOO_LARGE;
    };
  }
}
