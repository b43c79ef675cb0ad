package dev.quire.conformance.sdk;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.graph.drives.item.items.item.workbook.WorkbookRequestBuilder;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.ApiException;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.authentication.AuthenticationProvider;
import dev.quire.conformance.fixture.RichBook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every method that the published Java SDK has below a workbook, found and called by reflection:
/// the path is known, nothing fails inside, and the SDK understands what comes back.
final class EverySdkMethodTest {
  private static final Set<String> VERBS = Set.of("get", "post", "patch", "delete");
  private static final int NOT_BUILT = 501;

  /// What the workbook has none of, so that looking for one is answered 404.
  private static final List<String> ABSENT =
      List.of(
          "comment",
          "chart",
          "operation",
          "pivotTable",
          "borders",
          "sessionInfoResource",
          "names.item.worksheet",
          "tableRowOperationResult");

  private final Map<String, Integer> answers = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();
  private String session = "";

  /// A call that the SDK offers.
  ///
  /// @param method one without a configuration
  private record Call(Object builder, Method method) {
    String name() {
      return builder.getClass().getName().replaceAll("^.*items\\.item\\.workbook\\.", "")
          + "."
          + method.getName();
    }

    boolean reads() {
      return method.getName().equals("get");
    }
  }

  /// Sends each request in the session at hand.
  private record InSession(String token, Supplier<String> session)
      implements AuthenticationProvider {
    @Override
    public void authenticateRequest(
        RequestInformation request, Map<String, Object> additionalContext) {
      request.headers.add("Authorization", "Bearer " + token);
      if (!session.get().isEmpty()) {
        request.headers.add(Sdk.SESSION, session.get());
      }
    }
  }

  @Test
  void everyMethodIsUnderstoodOnBothSides(@TempDir Path folder) throws Exception {
    try (var server = SdkServer.start(folder)) {
      server.put("Rich.xlsx", bytes());
      var graph = new GraphServiceClient(new InSession(server.token(), () -> session));
      graph.getRequestAdapter().setBaseUrl(server.url() + "/v1.0");
      var sdk = new Sdk(graph, graph.me().drive().get().getId());
      WorkbookRequestBuilder book = sdk.book("Rich.xlsx");
      List<Call> calls = calls(book);
      assertEquals(1765, calls.size());
      for (Call call : calls) {
        if (session.isEmpty() || !call.reads()) {
          renew(book);
        }
        make(call);
      }
    }
    print();
    assertAll(wrong.stream().map(each -> () -> assertEquals("", each)));
  }

  /// [RichBook] with a second table, and a name that the first sheet alone sees.
  private static byte[] bytes() throws IOException {
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(RichBook.bytes()))) {
      var own = book.createName();
      own.setSheetIndex(0);
      own.setNameName("Everything");
      own.setRefersToFormula("'It''s'!$A$1:$C$5");
      var sheet = book.getSheetAt(0);
      for (int row = 0; row < 3; row++) {
        sheet.getRow(row).createCell(7).setCellValue("h" + row);
        sheet.getRow(row).createCell(8).setCellValue("i" + row);
      }
      var table = sheet.createTable(new AreaReference("H1:I3", SpreadsheetVersion.EXCEL2007));
      table.setName("Second");
      table.setDisplayName("Second");
      var out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }

  /// Each call that may change something finds the workbook as it was.
  private void renew(WorkbookRequestBuilder book) {
    try {
      if (!session.isEmpty()) {
        book.closeSession().post();
      }
    } catch (ApiException closed) {
      assertEquals(404, closed.getResponseStatusCode());
    }
    session = "";
    session = Sdk.open(book, false);
  }

  /// Walks the builders; each of their classes stands for one template. Reading comes first.
  private static List<Call> calls(WorkbookRequestBuilder book) throws Exception {
    var calls = new ArrayList<Call>();
    var seen = new HashSet<Class<?>>(Set.of(book.getClass()));
    Deque<Object> open = new ArrayDeque<>(List.of(book));
    while (!open.isEmpty()) {
      Object builder = open.remove();
      for (Method method : builder.getClass().getDeclaredMethods()) {
        boolean isVerb =
            VERBS.contains(method.getName())
                && Arrays.stream(method.getParameterTypes()).noneMatch(Consumer.class::equals);
        if (isVerb) {
          calls.add(new Call(builder, method));
        } else if (leadsOn(method) && seen.add(method.getReturnType())) {
          open.add(method.invoke(builder, arguments(method)));
        }
      }
    }
    calls.sort(Comparator.comparing((Call each) -> !each.reads()).thenComparing(Call::name));
    return calls;
  }

  private static boolean leadsOn(Method method) {
    String type = method.getReturnType().getSimpleName();
    return Modifier.isPublic(method.getModifiers())
        && !method.getName().equals("withUrl")
        && (type.endsWith("RequestBuilder") || type.endsWith("RequestBuilderEscaped"));
  }

  private static Object[] arguments(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(type -> argument(method.getName(), type))
        .toArray();
  }

  private static Object argument(String method, Class<?> type) {
    if (type == Integer.class) {
      return 1;
    }
    if (type == Boolean.class) {
      return true;
    }
    return switch (method) {
      case "byWorkbookWorksheetId" -> RichBook.SHEET;
      case "byWorkbookTableId" -> "Sales";
      case "byWorkbookTableColumnId" -> "Amount";
      case "byWorkbookNamedItemId" -> "Everything";
      case "byWorkbookRangeBorderId" -> "EdgeTop";
      case "imageWithWidthWithHeightWithFittingMode" -> "fit";
      default -> method.startsWith("by") || method.contains("Key") ? "0" : "A1:B2";
    };
  }

  private void make(Call call) throws Exception {
    Object[] body = Arrays.stream(call.method.getParameterTypes()).map(PlausibleBody::of).toArray();
    try {
      Object result = call.method.invoke(call.builder, body);
      count(call, "2xx");
      if (call.reads() && result == null) {
        wrong.add(call.name() + " reads nothing");
      }
    } catch (InvocationTargetException thrown) {
      switch (thrown.getCause()) {
        case ApiException error when error.getResponseStatusCode() > 0 -> judge(call, error);
        case Throwable other -> wrong.add(call.name() + " throws " + other);
      }
    }
  }

  private void judge(Call call, ApiException error) {
    int status = error.getResponseStatusCode();
    count(call, Integer.toString(status));
    boolean absent =
        ABSENT.stream().anyMatch(each -> call.name().toLowerCase().contains(each.toLowerCase()))
            || String.valueOf(error.getMessage()).contains("total row");
    if (status == 404 && !absent || status >= 500 && status != NOT_BUILT) {
      wrong.add(call.name() + " answers " + status + ": " + error.getMessage());
    }
  }

  private void count(Call call, String answer) {
    answers.merge(call.method.getName() + "\t" + answer, 1, Integer::sum);
  }

  @SuppressWarnings("SystemOut")
  private void print() {
    System.out.println("Methods of the Java SDK, by verb and answer:");
    answers.forEach((what, count) -> System.out.println(what + "\t" + count));
  }
}
