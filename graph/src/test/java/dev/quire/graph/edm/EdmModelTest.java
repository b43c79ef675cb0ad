package dev.quire.graph.edm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EdmModelTest {
  private static final EdmModel MODEL = EdmModel.bundled();
  private static final TypeRef RANGE = new TypeRef("workbookRange", false);

  @Test
  void bundledModelHasTheWholeWorkbookSurface() {
    var entities =
        MODEL.types().stream()
            .filter(type -> type.kind() == StructuredType.Kind.ENTITY)
            .filter(type -> type.name().startsWith("workbook"))
            .count();
    var functions = MODEL.operations().stream().filter(Operation::isFunction).count();
    assertEquals(46, entities);
    assertEquals(65, functions);
    assertEquals(419, MODEL.operations().size() - functions);
    assertEquals(
        List.of("notStarted", "running", "succeeded", "failed"),
        MODEL.findEnum("workbookOperationStatus").orElseThrow().members());
  }

  @Test
  void inheritedPropertiesComeFirst() {
    var range = MODEL.type(RANGE);
    assertEquals("id", range.properties().getFirst().name());
    assertEquals("address", range.properties().get(1).name());
    assertEquals("createdBy", MODEL.findType("driveItem").orElseThrow().properties().get(1).name());
  }

  @Test
  void membersAreFoundInAnyCase() {
    var axes = MODEL.findType("workbookChartAxes").orElseThrow();
    assertEquals("categoryAxis", axes.findNavigation("CATEGORYaxis").orElseThrow().name());
    assertTrue(axes.findNavigation("category").isEmpty());
  }

  @Test
  void overloadsAreToldApartByParameterNames() {
    var image = MODEL.overloads(new TypeRef("workbookChart", false), "Image");
    assertEquals(4, image.size());
    assertTrue(image.stream().anyMatch(form -> form.takesExactly(Set.of("HEIGHT", "width"))));
    assertTrue(image.stream().noneMatch(form -> form.takesExactly(Set.of("height"))));
  }

  @Test
  void operationsBelongToOneBinding() {
    assertEquals(1, MODEL.overloads(new TypeRef("workbookTable", true), "count").size());
    assertEquals(List.of(), MODEL.overloads(new TypeRef("workbookWorksheet", true), "count"));
    assertEquals(List.of(), MODEL.overloads(RANGE, "noSuchThing"));
  }

  @Test
  void contentOfADriveItemIsAStream() {
    var content = MODEL.findType("driveItem").orElseThrow().findProperty("content").orElseThrow();
    assertTrue(content.type().isStream());
  }

  @Test
  void namesAreQualifiedForContextUrls() {
    assertEquals("microsoft.graph.workbookRange", RANGE.qualifiedName());
    assertEquals("Collection(Edm.String)", new TypeRef("Edm.String", true).qualifiedName());
  }

  @Test
  void undefinedTypesAreAllNamed() {
    var fault =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                load(
                    "<EntityType Name='a'><Property Name='p'"
                        + " Type='graph.gone'/></EntityType><ComplexType Name='b'><Property"
                        + " Name='q' Type='graph.lost'/></ComplexType>"));
    assertEquals("undefined types: gone (used by a/p), lost (used by b/q)", fault.getMessage());
  }

  @Test
  void circleOfBaseTypesIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> load("<EntityType Name='a' BaseType='b'/><EntityType Name='b' BaseType='a'/>"));
  }

  @Test
  void externalEntitiesAreNotRead() {
    var text =
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><Schema><EntityType Name='a'>&e;"
            + "</EntityType></Schema>";
    assertThrows(IllegalArgumentException.class, () -> EdmModel.load(stream(text)));
  }

  @Test
  void brokenXmlIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> EdmModel.load(stream("<Schema>")));
  }

  private static EdmModel load(String schema) {
    return EdmModel.load(stream("<Schema>" + schema + "</Schema>"));
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
