package dev.quire.app.demo;

import static dev.quire.app.demo.DemoCell.formula;
import static dev.quire.app.demo.DemoCell.number;
import static dev.quire.app.demo.DemoCell.text;

import dev.quire.app.demo.DemoBook.Name;
import java.util.List;

/// `Loan.xlsx`: what a loan costs, payment by payment, and what other rates would cost.
final class LoanBook {
  /// Rows of the schedule; enough for what the inputs allow.
  static final int MOST_PAYMENTS = 360;

  private static final LoanTerms TERMS = new LoanTerms(250_000, 0.0425, 30, 12, 2026, 9);
  private static final double BUDGET = 1_350;
  private static final double[] RATES = {0.03, 0.035, 0.04, 0.045, 0.05, 0.055, 0.06, 0.065, 0.07};

  private final LoanSchedule schedule = new LoanSchedule(TERMS, MOST_PAYMENTS);

  private LoanBook() {}

  static DemoBook book() {
    var loan = new LoanBook();
    return new DemoBook("Loan", List.of(loan.terms(), loan.schedule(), loan.whatIf()), names());
  }

  private static List<Name> names() {
    return List.of(
        new Name("Amount", "Loan!$B$4"),
        new Name("Budget", "'What-if'!$B$3"),
        new Name("FirstMonth", "Loan!$B$9"),
        new Name("FirstYear", "Loan!$B$8"),
        new Name("Payment", "Loan!$B$12"),
        new Name("PaymentsPerYear", "Loan!$B$7"),
        new Name("Rate", "Loan!$B$5"),
        new Name("TotalInterest", "Loan!$B$15"),
        new Name("TotalPaid", "Loan!$B$14"),
        new Name("Years", "Loan!$B$6"));
  }

  private DemoSheet terms() {
    var grid = new Grid();
    grid.put("A1", text("What a loan costs", Style.TITLE));
    grid.line(2, 0, Style.HEADER, "Input", "Value", "Note");
    inputs(grid);
    grid.line(10, 0, Style.HEADER, "Result", "Value", "Note");
    results(grid);
    return DemoSheet.of("Loan", 3, List.of(30, 16, 52), grid)
        .with(
            Validation.decimal("B5", 0, 1),
            Validation.whole("B6", 1, 30),
            Validation.oneOf("B7", "1,2,4,12"),
            Validation.whole("B9", 1, 12));
  }

  private static void inputs(Grid grid) {
    input(grid, 3, "Amount", number(TERMS.amount(), Style.INPUT_MONEY), "Borrowed at the start");
    input(grid, 4, "Yearly rate", number(TERMS.rate(), Style.INPUT_PERCENT), "0 % to 100 %");
    input(grid, 5, "Years", number(TERMS.years(), Style.INPUT), "1 to 30");
    input(grid, 6, "Payments per year", number(TERMS.perYear(), Style.INPUT), "1, 2, 4 or 12");
    input(grid, 7, "First payment, year", number(TERMS.firstYear(), Style.INPUT), "");
    input(grid, 8, "First payment, month", number(TERMS.firstMonth(), Style.INPUT), "1 to 12");
  }

  private static void input(Grid grid, int row, String label, DemoCell value, String note) {
    grid.line(row, 0, Style.GENERAL, label);
    grid.put(row, 1, value);
    if (!note.isEmpty()) {
      grid.line(row, 2, Style.NOTE, note);
    }
  }

  private void results(Grid grid) {
    var paid = schedule.totalPaid();
    var interest = schedule.totalInterest();
    grid.put("A12", text("Payment", Style.TOTAL))
        .put(
            "B12",
            formula(
                "-PMT(Rate/PaymentsPerYear,Years*PaymentsPerYear,Amount)",
                TERMS.payment(),
                Style.TOTAL_MONEY))
        .put("C12", text("Due every period", Style.NOTE))
        .put("A13", text("Number of payments", Style.GENERAL))
        .put("B13", formula("Years*PaymentsPerYear", TERMS.payments(), Style.COUNT))
        .put("A14", text("Total paid", Style.GENERAL))
        .put("B14", formula("SUM(Schedule!D2:D361)", paid, Style.MONEY))
        .put("A15", text("Total interest", Style.GENERAL))
        .put("B15", formula("SUM(Schedule!E2:E361)", interest, Style.MONEY))
        .put("A16", text("Interest in all payments", Style.GENERAL))
        .put("B16", formula("IFERROR(TotalInterest/TotalPaid,0)", interest / paid, Style.PERCENT))
        .put("A17", text("Last payment", Style.GENERAL))
        .put("B17", formula("INDEX(Schedule!B2:B361,B13)", schedule.lastDateSerial(), Style.DATE))
        .put("A18", text("Check", Style.GENERAL))
        .put("B18", formula(check(), "paid off", Style.GENERAL))
        .put("C18", text("What the schedule leaves at its end", Style.NOTE));
  }

  private static String check() {
    return "IF(ABS(Schedule!G361)<0.005,\"paid off\",\"still open\")";
  }

  private DemoSheet schedule() {
    var grid = new Grid();
    var header =
        "Payment no.|Date|Opening balance|Payment|Interest|Principal|Closing balance|Interest so far";
    grid.line(0, 0, Style.HEADER, header.split("\\|"));
    grid.put("A2", number(1, Style.COUNT));
    var s = schedule;
    grid.fill(2, 0, MOST_PAYMENTS - 1, "A2+1", Style.COUNT, i -> i + 2);
    var date = "DATE(FirstYear,FirstMonth+(A2-1)*12/PaymentsPerYear,1)";
    grid.fill(1, 1, MOST_PAYMENTS, date, Style.DATE, s::dateSerial);
    grid.put("C2", formula("Amount", TERMS.amount(), Style.MONEY));
    grid.fill(2, 2, MOST_PAYMENTS - 1, "G2", Style.MONEY, i -> s.opening(i + 1));
    grid.fill(1, 3, MOST_PAYMENTS, "IF(C2<0.005,0,MIN(Payment,C2+E2))", Style.MONEY, s::payment);
    var interest = "IF(C2<0.005,0,C2*Rate/PaymentsPerYear)";
    grid.fill(1, 4, MOST_PAYMENTS, interest, Style.MONEY, s::interest);
    grid.fill(1, 5, MOST_PAYMENTS, "D2-E2", Style.MONEY, s::principal);
    grid.fill(1, 6, MOST_PAYMENTS, "C2-F2", Style.MONEY, s::closing);
    grid.fill(1, 7, MOST_PAYMENTS, "SUM(E$2:E2)", Style.MONEY, s::interestSoFar);
    return DemoSheet.of("Schedule", 1, List.of(12, 12, 17, 14, 14, 14, 17, 17), grid);
  }

  private DemoSheet whatIf() {
    var grid = new Grid();
    grid.put("A1", text("What if the rate were different?", Style.TITLE));
    grid.put("A3", text("Budget per payment", Style.GENERAL));
    grid.put("B3", number(BUDGET, Style.INPUT_MONEY));
    grid.line(4, 0, Style.HEADER, "Rate", "Payment", "Total interest", "Against now", "In budget");
    var what = new WhatIf(TERMS, BUDGET, RATES);
    comparison(grid, what);
    answers(grid, what);
    return DemoSheet.of("What-if", 5, List.of(32, 16, 16, 16, 12), grid)
        .with(Validation.decimal("B3", 0, 1e9));
  }

  private static void comparison(Grid grid, WhatIf what) {
    var n = RATES.length;
    for (var i = 0; i < n; i++) {
      grid.put(5 + i, 0, number(RATES[i], Style.INPUT_PERCENT));
    }
    var payment = "-PMT(A6/PaymentsPerYear,Years*PaymentsPerYear,Amount)";
    grid.fill(5, 1, n, payment, Style.MONEY, what::payment);
    grid.fill(5, 2, n, "B6*Years*PaymentsPerYear-Amount", Style.MONEY, what::interest);
    grid.fill(5, 3, n, "B6-Payment", Style.MONEY, what::againstNow);
    var inBudget = "IF(AND(B6<=Budget,NOT(A6<=0)),\"yes\",\"no\")";
    grid.fill(5, 4, inBudget, Style.GENERAL, what.inBudget());
  }

  private static void answers(Grid grid, WhatIf what) {
    grid.line(15, 0, Style.HEADER, "Answer", "Value");
    answer(grid, 16, "Lowest payment", formula("MIN(B6:B14)", what.lowest(), Style.MONEY));
    answer(grid, 17, "Highest payment", formula("MAX(B6:B14)", what.highest(), Style.MONEY));
    answer(grid, 18, "Average payment", formula("AVERAGE(B6:B14)", what.average(), Style.MONEY));
    var inBudget = "COUNTIF(E6:E14,\"yes\")";
    answer(grid, 19, "Rates in budget", formula(inBudget, what.countInBudget(), Style.COUNT));
    var highest = "IFERROR(INDEX(A6:A14,MATCH(Budget,B6:B14,1)),\"none\")";
    var best = formula(highest, what.highestRateInBudget(), Style.PERCENT);
    answer(grid, 20, "Highest rate in budget", best);
    var listed = "IFERROR(VLOOKUP(Rate,A6:C14,3,TRUE),\"none\")";
    var below = formula(listed, what.interestAtListedRateBelow(), Style.MONEY);
    answer(grid, 21, "Interest at the listed rate below ours", below);
  }

  private static void answer(Grid grid, int row, String label, DemoCell value) {
    grid.put(row, 0, text(label, Style.GENERAL));
    grid.put(row, 1, value);
  }
}
