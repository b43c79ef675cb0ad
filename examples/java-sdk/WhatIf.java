//DEPS com.microsoft.graph:microsoft-graph:6.69.0

import com.microsoft.graph.drives.item.items.item.workbook.createsession.CreateSessionPostRequestBody;
import com.microsoft.graph.models.WorkbookRange;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.serialization.UntypedArray;
import java.io.ByteArrayInputStream;

/// What would the loan in the demo drive cost at 5 %? Nothing is saved.
///
///     jbang WhatIf.java http://127.0.0.1:8080 TOKEN
class WhatIf {
  public static void main(String[] args) {
    String server = args[0], token = args[1];

    var graph = new GraphServiceClient((call, more) -> call.headers.add("Authorization", "Bearer " + token));
    graph.getRequestAdapter().setBaseUrl(server + "/v1.0");
    var items = graph.drives().byDriveId(graph.me().drive().get().getId()).items();
    var loan = items.byDriveItemId("root:/Loan.xlsx:").workbook();
    var session = loan.createSession().post(new CreateSessionPostRequestBody()).getId();
    var sheet = loan.worksheets().byWorkbookWorksheetId("Loan");

    var rate = sheet.rangeWithAddress("B5").toGetRequestInformation(call -> call.headers.add("workbook-session-id", session));
    rate.httpMethod = HttpMethod.PATCH;
    rate.setStreamContent(new ByteArrayInputStream("{\"values\": [[0.05]]}".getBytes()), "application/json");
    graph.getRequestAdapter().send(rate, null, WorkbookRange::createFromDiscriminatorValue);

    var payment = sheet.rangeWithAddress("B12").get(call -> call.headers.add("workbook-session-id", session));
    for (var row : ((UntypedArray) payment.getText()).getValue())
      for (var cell : ((UntypedArray) row).getValue()) System.out.println(cell.getValue());
    loan.closeSession().post(call -> call.headers.add("workbook-session-id", session));
  }
}
