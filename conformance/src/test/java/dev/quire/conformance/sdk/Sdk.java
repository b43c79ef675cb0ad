package dev.quire.conformance.sdk;

import com.microsoft.graph.drives.item.items.item.DriveItemItemRequestBuilder;
import com.microsoft.graph.drives.item.items.item.workbook.WorkbookRequestBuilder;
import com.microsoft.graph.drives.item.items.item.workbook.createsession.CreateSessionPostRequestBody;
import com.microsoft.graph.drives.item.items.item.workbook.worksheets.item.rangewithaddress.RangeWithAddressRequestBuilder;
import com.microsoft.graph.models.WorkbookRange;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestAdapter;
import com.microsoft.kiota.authentication.AccessTokenProvider;
import com.microsoft.kiota.authentication.AllowedHostsValidator;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParsableFactory;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The published Java SDK as a program uses it, with the few lines that such a program would write
/// for itself.
///
/// @param graph the SDK
/// @param driveId the drive that the calls are about
record Sdk(GraphServiceClient graph, String driveId) {
  /// The header that names a session.
  static final String SESSION = "workbook-session-id";

  /// Signs in and asks for the user's drive.
  static Sdk signIn(SdkServer server) {
    var graph = client(server, server.token());
    return new Sdk(graph, graph.me().drive().get().getId());
  }

  /// A client that sends a token, whatever it is.
  static GraphServiceClient client(SdkServer server, String token) {
    var graph = new GraphServiceClient(new BaseBearerTokenAuthenticationProvider(new Fixed(token)));
    graph.getRequestAdapter().setBaseUrl(server.url() + "/v1.0");
    return graph;
  }

  /// A file or folder.
  DriveItemItemRequestBuilder item(String id) {
    return graph.drives().byDriveId(driveId).items().byDriveItemId(id);
  }

  /// The workbook at a path in the drive.
  WorkbookRequestBuilder book(String path) {
    return item("root:/" + path + ":").workbook();
  }

  /// Opens a session.
  static String open(WorkbookRequestBuilder book, boolean persistent) {
    var body = new CreateSessionPostRequestBody();
    body.setPersistChanges(persistent);
    return book.createSession().post(body).getId();
  }

  /// Writes a range. The SDK has no method for it, so the request is made from the one that reads.
  WorkbookRange write(
      RangeWithAddressRequestBuilder range, Optional<String> session, WorkbookRange change) {
    RequestAdapter adapter = graph.getRequestAdapter();
    var request = range.toGetRequestInformation();
    request.httpMethod = HttpMethod.PATCH;
    session.ifPresent(ticket -> request.headers.add(SESSION, ticket));
    request.setContentFromParsable(adapter, "application/json", change);
    var errors = new HashMap<String, ParsableFactory<? extends Parsable>>();
    errors.put("XXX", ODataError::createFromDiscriminatorValue);
    return adapter.send(request, errors, WorkbookRange::createFromDiscriminatorValue);
  }

  /// A change of values.
  static WorkbookRange values(List<List<Object>> rows) {
    var change = new WorkbookRange();
    change.setValues(Grids.nodes(rows));
    return change;
  }

  private record Fixed(String token) implements AccessTokenProvider {
    @Override
    public String getAuthorizationToken(URI uri, Map<String, Object> context) {
      return token;
    }

    @Override
    public AllowedHostsValidator getAllowedHostsValidator() {
      return new AllowedHostsValidator();
    }
  }
}
