package dev.quire.bench.fuzz;

import dev.quire.engine.formula.Notation;
import dev.quire.engine.numfmt.FormatContext;
import dev.quire.engine.numfmt.NumberFormat;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.NumberValue;
import dev.quire.ooxml.XlsxFile;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.workbook.CellGrid;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Entry;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.WorkbookFault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Formulas, things typed and codes of number formats, all of them in one input.
final class FormulaTarget implements Target {
  private static final List<String> SEEDS =
      List.of(
          "SUM(A1:B3,Sheet1!C2:C9)*2^-1%",
          "IF(AND(A1>0,NOT(B2)),\"a\"\"b\",{1,2;#N/A,TRUE})",
          "T[[#This Row],[H1]]+SUM(T[#Data],T[[#Headers],[H0]:[H2]])",
          "LET(x,1,y,x+1,LAMBDA(a,[b],IF(ISOMITTED(b),a,b))(x,y))",
          "INDEX(SORT(FILTER(A1:E12,C1:C12>3),2,-1),1,)",
          "VLOOKUP(\"3\",A:E,MATCH(\"H3\",1:1,0),FALSE)",
          "TEXT(45000.75,\"[$-409]dddd, mmmm dd, yyyy h:mm:ss.00 AM/PM\")",
          "XLOOKUP(N,Sheet1!$A$1:$A$9,'Other'!A1:A9,,-1)",
          "SUMPRODUCT(--(LEFT(A1:A9,1)=\"1\"),C1:C9)",
          "REDUCE(0,SEQUENCE(9),LAMBDA(a,v,a+v))&TEXTJOIN(\",\",TRUE,A1:B2)",
          "A1:INDEX(B:B,3) C1:C9,@A1#",
          "OFFSET(INDIRECT(\"R1C\"&2,FALSE),1,1,2,2)",
          "=#,##0.00_);[Red](#,##0.00);\"-\"??;@",
          "=[>=1000]0.0,\"k\";[<0]-0;General",
          "=yyyy-mm-dd hh:mm:ss.000;[h]:mm;# ??/16;0.0E+0");

  private final Workbook book =
      XlsxFile.open(SeedBooks.rich(), XlsxLimits.DEFAULT, CalculationEnvironment.TIMELESS)
          .workbook();

  @Override
  public String name() {
    return "formula";
  }

  @Override
  public byte[] input(RandomGenerator random) {
    String seed = SEEDS.get(random.nextInt(SEEDS.size()));
    if (random.nextInt(3) == 0) {
      seed = seed + "+" + SEEDS.get(random.nextInt(SEEDS.size()));
    }
    return new Mutation(random).text(seed).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean take(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    boolean taken = write(new Entry.Formula(text, Notation.A1));
    write(new Entry.Formula(text, Notation.R1C1));
    write(new Entry.Typed(text));
    NumberFormat.tryCompile(text)
        .ifPresent(format -> {
          for (double number : new double[] {0, -1.5, 1e-9, 1e300, 45000.75, 2958466}) {
            format.tryFormat(new NumberValue(number), FormatContext.EN_US);
          }
        });
    return taken;
  }

  private boolean write(Entry entry) {
    CellGrid<Entry> grid = CellGrid.filled(entry);
    int sheet = book.worksheets().getFirst().key();
    var edit = new Edit.WriteCells(sheet, Area.cell(20, 3), Optional.empty(), Optional.of(grid));
    try {
      Workbook after = book.apply(edit, CalculationEnvironment.TIMELESS).workbook();
      after.text(sheet, 20, 3);
      after.formula(sheet, 20, 3, Notation.R1C1);
      after.formulaForFile(sheet, 20, 3);
      return true;
    } catch (WorkbookFault refused) {
      if (String.valueOf(refused.getMessage()).length() < 5) {
        throw new IllegalStateException("a refusal without a reason", refused);
      }
      return false;
    }
  }
}
