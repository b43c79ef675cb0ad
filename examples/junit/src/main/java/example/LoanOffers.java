package example;

import com.microsoft.graph.drives.item.items.item.workbook.WorkbookRequestBuilder;
import com.microsoft.graph.drives.item.items.item.workbook.createsession.CreateSessionPostRequestBody;
import com.microsoft.graph.models.WorkbookRange;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.serialization.UntypedArray;
import com.microsoft.kiota.serialization.UntypedString;
import java.io.ByteArrayInputStream;
import java.util.Map;

/// Your own code: asks a workbook what a loan costs. In production the client talks to Microsoft
/// Graph or to Quire, here to Quire.
final class LoanOffers {
  private final GraphServiceClient graph;
  private final WorkbookRequestBuilder loan;
  private String session = "";

  LoanOffers(GraphServiceClient graph) {
    this.graph = graph;
    var items = graph.drives().byDriveId(graph.me().drive().get().getId()).items();
    loan = items.byDriveItemId("root:/Loan.xlsx:").workbook();
  }

  /// The monthly payment at a rate, as the workbook shows it. Opens another session when the last
  /// one has expired.
  String paymentAt(double rate) {
    try {
      return ask(rate);
    } catch (ODataError gone) {
      if (gone.getResponseStatusCode() != 404) {
        throw gone;
      }
      session = "";
      return ask(rate);
    }
  }

  private String ask(double rate) {
    if (session.isEmpty()) {
      session = loan.createSession().post(new CreateSessionPostRequestBody()).getId();
    }
    var sheet = loan.worksheets().byWorkbookWorksheetId("Loan");
    var write = sheet.rangeWithAddress("B5").toGetRequestInformation();
    write.httpMethod = HttpMethod.PATCH;
    write.headers.add("workbook-session-id", session);
    write.setStreamContent(
        new ByteArrayInputStream(("{\"values\": [[" + rate + "]]}").getBytes()), "application/json");
    graph.getRequestAdapter()
        .send(
            write,
            new java.util.HashMap<>(Map.of("XXX", ODataError::createFromDiscriminatorValue)),
            WorkbookRange::createFromDiscriminatorValue);
    var payment =
        sheet.rangeWithAddress("B12").get(call -> call.headers.add("workbook-session-id", session));
    var row = ((UntypedArray) payment.getText()).getValue().iterator().next();
    return ((UntypedString) ((UntypedArray) row).getValue().iterator().next()).getValue();
  }
}
