package dev.quire.engine;

import dev.quire.engine.formula.Function;
import dev.quire.engine.formula.Functions;
import dev.quire.engine.formula.NumberText;
import dev.quire.engine.formula.PlainNumberText;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.array.FilterFunctions;
import dev.quire.engine.function.array.GeneratedArrays;
import dev.quire.engine.function.array.ShapeFunctions;
import dev.quire.engine.function.array.SliceFunctions;
import dev.quire.engine.function.array.SortFunctions;
import dev.quire.engine.function.database.DatabaseFunctions;
import dev.quire.engine.function.date.CalendarFunctions;
import dev.quire.engine.function.date.DateFunctions;
import dev.quire.engine.function.date.DayCount;
import dev.quire.engine.function.date.TimeFunctions;
import dev.quire.engine.function.date.WorkdayFunctions;
import dev.quire.engine.function.engineering.BitFunctions;
import dev.quire.engine.function.engineering.ComplexFunctions;
import dev.quire.engine.function.engineering.ComplexTotals;
import dev.quire.engine.function.engineering.MeasureFunctions;
import dev.quire.engine.function.engineering.RadixFunctions;
import dev.quire.engine.function.engineering.SpecialFunctions;
import dev.quire.engine.function.finance.AccruedInterest;
import dev.quire.engine.function.finance.AnnuityFunctions;
import dev.quire.engine.function.finance.BondFunctions;
import dev.quire.engine.function.finance.CashFlowFunctions;
import dev.quire.engine.function.finance.CouponFunctions;
import dev.quire.engine.function.finance.DatedCashFlows;
import dev.quire.engine.function.finance.DepreciationFunctions;
import dev.quire.engine.function.finance.DiscountFunctions;
import dev.quire.engine.function.finance.EuroFunctions;
import dev.quire.engine.function.finance.FrenchDepreciation;
import dev.quire.engine.function.finance.OddBondFunctions;
import dev.quire.engine.function.finance.RateFunctions;
import dev.quire.engine.function.finance.TreasuryBillFunctions;
import dev.quire.engine.function.forecast.ForecastFunctions;
import dev.quire.engine.function.grouping.GroupingFunctions;
import dev.quire.engine.function.info.CellFunctions;
import dev.quire.engine.function.info.FormulaFunctions;
import dev.quire.engine.function.info.InformationFunctions;
import dev.quire.engine.function.info.SheetFunctions;
import dev.quire.engine.function.lambda.LambdaFunctions;
import dev.quire.engine.function.logical.LogicalFunctions;
import dev.quire.engine.function.lookup.LookupFunctions;
import dev.quire.engine.function.lookup.PivotFunctions;
import dev.quire.engine.function.lookup.ReferenceFunctions;
import dev.quire.engine.function.lookup.SearchModes;
import dev.quire.engine.function.lookup.TrimmedRanges;
import dev.quire.engine.function.math.ConditionalSums;
import dev.quire.engine.function.math.IntegerFunctions;
import dev.quire.engine.function.math.LinearAlgebra;
import dev.quire.engine.function.math.MathFunctions;
import dev.quire.engine.function.math.MatrixFunctions;
import dev.quire.engine.function.math.RadixText;
import dev.quire.engine.function.math.Roman;
import dev.quire.engine.function.math.RoundingFunctions;
import dev.quire.engine.function.math.SeriesFunctions;
import dev.quire.engine.function.math.TrigonometricFunctions;
import dev.quire.engine.function.stats.AllValues;
import dev.quire.engine.function.stats.BetaFunctions;
import dev.quire.engine.function.stats.CountFunctions;
import dev.quire.engine.function.stats.CountingFunctions;
import dev.quire.engine.function.stats.FrequencyFunctions;
import dev.quire.engine.function.stats.GammaFunctions;
import dev.quire.engine.function.stats.MomentFunctions;
import dev.quire.engine.function.stats.NormalFunctions;
import dev.quire.engine.function.stats.OrderFunctions;
import dev.quire.engine.function.stats.PairFunctions;
import dev.quire.engine.function.stats.RegressionFunctions;
import dev.quire.engine.function.stats.StatisticsFunctions;
import dev.quire.engine.function.stats.StudentFunctions;
import dev.quire.engine.function.stats.Subtotals;
import dev.quire.engine.function.stats.TestFunctions;
import dev.quire.engine.function.text.ByteFunctions;
import dev.quire.engine.function.text.CharacterFunctions;
import dev.quire.engine.function.text.CuttingFunctions;
import dev.quire.engine.function.text.FormattingFunctions;
import dev.quire.engine.function.text.RegexFunctions;
import dev.quire.engine.function.text.SearchFunctions;
import dev.quire.engine.function.text.SpelledNumbers;
import dev.quire.engine.function.text.TextFunctions;
import dev.quire.engine.function.text.ValueTexts;
import dev.quire.engine.function.web.OutsideFunctions;
import dev.quire.engine.function.web.WebFunctions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All worksheet functions that are computed here.
public final class Catalogue implements Functions {
  private static final List<FunctionSpec> ALL =
      Stream.of(
              LogicalFunctions.ALL,
              LambdaFunctions.ALL,
              MathFunctions.ALL,
              RoundingFunctions.ALL,
              TrigonometricFunctions.ALL,
              IntegerFunctions.ALL,
              MatrixFunctions.ALL,
              LinearAlgebra.ALL,
              SeriesFunctions.ALL,
              RadixText.ALL,
              Roman.ALL,
              ConditionalSums.ALL,
              StatisticsFunctions.ALL,
              OrderFunctions.ALL,
              CountingFunctions.ALL,
              Subtotals.ALL,
              NormalFunctions.ALL,
              GammaFunctions.ALL,
              BetaFunctions.ALL,
              StudentFunctions.ALL,
              CountFunctions.ALL,
              AllValues.ALL,
              MomentFunctions.ALL,
              FrequencyFunctions.ALL,
              PairFunctions.ALL,
              TestFunctions.ALL,
              RegressionFunctions.ALL,
              DatabaseFunctions.ALL,
              ForecastFunctions.ALL,
              TextFunctions.ALL,
              SearchFunctions.ALL,
              CharacterFunctions.ALL,
              FormattingFunctions.ALL,
              ByteFunctions.ALL,
              CuttingFunctions.ALL,
              ValueTexts.ALL,
              RegexFunctions.ALL,
              SpelledNumbers.ALL,
              DateFunctions.ALL,
              CalendarFunctions.ALL,
              TimeFunctions.ALL,
              WorkdayFunctions.ALL,
              DayCount.ALL,
              LookupFunctions.ALL,
              SearchModes.ALL,
              ReferenceFunctions.ALL,
              PivotFunctions.ALL,
              FilterFunctions.ALL,
              GeneratedArrays.ALL,
              ShapeFunctions.ALL,
              SliceFunctions.ALL,
              SortFunctions.ALL,
              InformationFunctions.ALL,
              GroupingFunctions.ALL,
              CellFunctions.ALL,
              FormulaFunctions.ALL,
              SheetFunctions.ALL,
              TrimmedRanges.ALL,
              WebFunctions.ALL,
              OutsideFunctions.ALL,
              AnnuityFunctions.ALL,
              CashFlowFunctions.ALL,
              DatedCashFlows.ALL,
              RateFunctions.ALL,
              DepreciationFunctions.ALL,
              FrenchDepreciation.ALL,
              AccruedInterest.ALL,
              CouponFunctions.ALL,
              BondFunctions.ALL,
              OddBondFunctions.ALL,
              DiscountFunctions.ALL,
              TreasuryBillFunctions.ALL,
              EuroFunctions.ALL,
              RadixFunctions.ALL,
              BitFunctions.ALL,
              ComplexFunctions.ALL,
              ComplexTotals.ALL,
              MeasureFunctions.ALL,
              SpecialFunctions.ALL)
          .flatMap(List::stream)
          .toList();

  private final Map<String, Function> byName =
      ALL.stream().collect(Collectors.toUnmodifiableMap(FunctionSpec::name, spec -> spec));
  private final NumberText numberText;

  /// The catalogue with a way to turn text into numbers and back.
  public Catalogue(NumberText numberText) {
    this.numberText = numberText;
  }

  /// The catalogue of a workbook.
  ///
  /// @param year the year of dates that a text gives without one
  public static Catalogue standard(int year) {
    return new Catalogue(new EntryNumberText(year));
  }

  /// The catalogue for places that need no dates in text.
  public static Catalogue plain() {
    return new Catalogue(PlainNumberText.INSTANCE);
  }

  /// Every function, family by family.
  public static List<FunctionSpec> all() {
    return ALL;
  }

  @Override
  public Optional<Function> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  @Override
  public NumberText numberText() {
    return numberText;
  }
}
