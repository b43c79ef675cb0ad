package dev.quire.conformance.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.AnonymousAuthenticationProvider;
import org.junit.jupiter.api.Test;

/// How the Java SDK tells a program what went wrong.
final class JavaSdkErrorTest extends SdkCase {
  @Test
  void strangeTokenIsRefusedWith401() {
    var stranger = Sdk.client(server, "not.a.token");
    var error = refused(401, () -> stranger.me().drive().get());
    assertEquals("InvalidAuthenticationToken", error.getError().getCode());
    assertFalse(error.getMessage().isBlank());
  }

  @Test
  void missingTokenIsRefusedWith401() {
    var nobody = new GraphServiceClient(new AnonymousAuthenticationProvider());
    nobody.getRequestAdapter().setBaseUrl(server.url() + "/v1.0");
    refused(401, () -> nobody.me().drive().get());
  }

  @Test
  void missingItemIsRefusedWith404() {
    refused(404, () -> sdk.book(folder + "/Other.xlsx").worksheets().get());
    refused(404, () -> sdk.graph().drives().byDriveId("b!none").get());
  }

  @Test
  void badAddressIsRefusedWith400() {
    var sheet = book.worksheets().byWorkbookWorksheetId("Sheet1");
    var error = refused(400, () -> sheet.rangeWithAddress("no such place!").get());
    assertEquals("InvalidArgument", error.getError().getCode());
  }

  @Test
  void errorTellsTheRequestAndWhen() {
    var inner =
        refused(404, () -> book.worksheets().byWorkbookWorksheetId("None").get())
            .getError()
            .getInnerError();
    assertFalse(inner.getRequestId().isBlank());
    assertFalse(inner.getClientRequestId().isBlank());
    assertNotNull(inner.getDate());
  }
}
