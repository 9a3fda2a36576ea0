package org.waymark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rules of the house: which room may look into which, and what no room may do. */
class HouseTest {

    private static final String ROOT = "org.waymark.";

    /** The floors of the house, the lowest first. An arrow may only point down, or stay within a room. */
    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry("assessment", 1),
            Map.entry("store", 1),
            Map.entry("screening", 2),
            Map.entry("access", 2),
            Map.entry("trail", 3),
            Map.entry("ruleset", 3),
            Map.entry("casework", 4),
            Map.entry("policy", 4),
            Map.entry("intake", 5),
            Map.entry("pages", 5),
            Map.entry("demo", 5),
            Map.entry("cli", 5));

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.waymark");

    @Test
    void roomsKeepToTheirBorders() {
        ApplicationModules.of(Waymark.class).verify();
    }

    @Test
    void arrowsPointDown() {
        List<String> upward = MAIN.stream()
                .filter(HouseTest::isInARoom)
                .flatMap(from -> from.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> isInARoom(dependency.getTargetClass()))
                .filter(dependency -> {
                    String from = room(dependency.getOriginClass());
                    String to = room(dependency.getTargetClass());
                    return !from.equals(to) && FLOORS.get(from) <= FLOORS.get(to);
                })
                .map(dependency -> "- " + dependency.getDescription())
                .distinct()
                .toList();

        assertThat(upward).isEmpty();
    }

    @Test
    void everyRoomHasAFloor() {
        assertThat(MAIN.stream().filter(HouseTest::isInARoom).map(HouseTest::room))
                .allSatisfy(room -> assertThat(FLOORS).containsKey(room));
    }

    @Test
    void assessmentAndScreeningArePure() {
        noClasses()
                .that()
                .resideInAnyPackage("org.waymark.assessment..", "org.waymark.screening..")
                .and()
                .haveSimpleNameNotContaining("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "com.mongodb..", "org.bson..", "org.drools..", "org.kie..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.nio.file.Files")
                .check(MAIN);
    }

    @Test
    void theWallClockIsReadAtTheEdgeOnly() {
        noClasses()
                .that()
                .resideInAnyPackage("org.waymark.assessment..", "org.waymark.screening..", "org.waymark.ruleset..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(MAIN);
    }

    @Test
    void onlyTheRuleSetRoomKnowsDrools() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.waymark.ruleset..")
                .should()
                .dependOnClassesThat(new DescribedPredicate<>("belong to Drools") {
                    @Override
                    public boolean test(JavaClass one) {
                        return one.getPackageName().startsWith("org.drools")
                                || one.getPackageName().startsWith("org.kie");
                    }
                })
                .check(MAIN);
    }

    @Test
    void aClassFitsAScreenOrTwo() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java")))
                    .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(400));
        }
    }

    private static boolean isInARoom(JavaClass one) {
        return one.getPackageName().startsWith(ROOT);
    }

    private static String room(JavaClass one) {
        String within = one.getPackageName().substring(ROOT.length());
        int dot = within.indexOf('.');
        return dot < 0 ? within : within.substring(0, dot);
    }
}
