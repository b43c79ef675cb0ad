package dev.quire.engine.function.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NumberOrderProperties {
  @Provide
  Arbitrary<List<Double>> numbers() {
    Arbitrary<Double> few = Arbitraries.of(0d, -0d, 1d, -1d, 0.1, 2.5e-310, -1e300, 45_000d);
    return Arbitraries.oneOf(few, Arbitraries.doubles().ofScale(2)).list().ofMaxSize(60);
  }

  @Property
  void numbersRiseAndEqualOnesStayAsTheyAre(@ForAll("numbers") List<Double> numbers) {
    double[] plain = numbers.stream().mapToDouble(Double::doubleValue).toArray();
    int[] stable =
        IntStream.range(0, plain.length)
            .boxed()
            .sorted(Comparator.comparingDouble(at -> plain[at] + 0.0))
            .mapToInt(Integer::intValue)
            .toArray();
    assertArrayEquals(stable, NumberOrder.sorted(plain));
  }
}
