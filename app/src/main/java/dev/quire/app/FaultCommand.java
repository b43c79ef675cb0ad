package dev.quire.app;

import dev.quire.app.setting.Settings;
import dev.quire.app.setting.UsageError;
import dev.quire.server.control.ControlClient;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// `quire fault`: orders that requests fail, to see how a client takes it.
final class FaultCommand implements Command {
  static final String NAME = "faults";
  private static final Pattern ORDER =
      Pattern.compile("([\\w-]+)(?:\\*(\\d{1,6}))?(?:#([^@]+))?(?:@(.+))?");

  @Override
  public int run(Settings settings, List<String> words, Shell shell)
      throws UsageError, IOException, InterruptedException {
    var data = Config.data(settings, shell);
    try (var client = ControlClient.open(data, Running.address(settings, data))) {
      var word = words.getFirst();
      var state = word.equals("now") ? client.state(NAME) : client.change(NAME, order(word));
      faults(state).forEach(each -> shell.out().println(text(each)));
    }
    return 0;
  }

  private static Map<String, Object> order(String word) throws UsageError {
    if (word.equals("clear")) {
      return Map.of("clear", true);
    }
    var parts = ORDER.matcher(word);
    if (!parts.matches()) {
      throw new UsageError(
          "Say 429, 503*2, 504@/createSession, lagging*3#Book.xlsx, clear or now, not: " + word);
    }
    var order = new HashMap<String, Object>();
    order.put("fault", parts.group(1));
    if (parts.group(2) != null) {
      order.put("times", Integer.valueOf(parts.group(2)));
    }
    if (parts.group(3) != null) {
      order.put("file", parts.group(3));
    }
    if (parts.group(4) != null) {
      order.put("path", parts.group(4));
    }
    return order;
  }

  private static List<?> faults(Map<String, Object> state) {
    return state.get(NAME) instanceof List<?> list ? list : List.of();
  }

  private static String text(Object fault) {
    return fault instanceof Map<?, ?> fields
        ? "%s*%s%s@%s"
            .formatted(
                fields.get("fault"),
                fields.get("times"),
                Objects.equals(fields.get("file"), "") ? "" : "#" + fields.get("file"),
                fields.get("path"))
        : "";
  }
}
