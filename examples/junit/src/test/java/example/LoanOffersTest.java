package example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import dev.quire.junit.Quire;
import dev.quire.junit.QuireTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuireTest(drive = "/books")
class LoanOffersTest {
  @Test
  void paymentFollowsTheRate(GraphServiceClient graph) {
    var offers = new LoanOffers(graph);
    assertEquals("$1,342.05", offers.paymentAt(0.05));
    assertEquals("$1,498.88", offers.paymentAt(0.06));
  }

  @Test
  void offersGoOnWhenTheSessionHasExpired(GraphServiceClient graph, Quire quire) {
    var offers = new LoanOffers(graph);
    offers.paymentAt(0.05);
    quire.advance(Duration.ofMinutes(10));
    assertEquals("$1,342.05", offers.paymentAt(0.05));
  }

  @Test
  void aFileThatIsLockedIsTold(GraphServiceClient graph, Quire quire) {
    var offers = new LoanOffers(graph);
    quire.fault("409", 1, "/range(");
    var refused = assertThrows(ODataError.class, () -> offers.paymentAt(0.05));
    assertEquals(409, refused.getResponseStatusCode());
  }

  @Test
  void theFileStaysAsItWas(GraphServiceClient graph, Quire quire) {
    var before = quire.content("Loan.xlsx");
    new LoanOffers(graph).paymentAt(0.05);
    assertArrayEquals(before, quire.content("Loan.xlsx"));
  }
}
