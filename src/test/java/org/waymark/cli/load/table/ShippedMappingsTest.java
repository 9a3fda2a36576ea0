package org.waymark.cli.load.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.assessment.Assessment;
import org.waymark.assessment.AssessmentReader;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.CatalogueReader;
import org.waymark.casework.stream.Line;

/** The mappings that are shipped read the samples beside them, and what comes out can be submitted. */
class ShippedMappingsTest {

    private static final Path FOLDER = Path.of("samples/mappings");

    @ParameterizedTest
    @CsvSource({"cin-assessment-factors, 5, 11", "ssd-missing-episodes, 3, 4", "ssd-contacts, 4, 6"})
    void each_sample_becomes_assessments_without_a_fault(String name, int assessments, int observations)
            throws Exception {
        Catalogue catalogue = catalogue();
        Mapping mapping = MappingReader.read(name, Files.readString(FOLDER.resolve(name + ".yaml")), catalogue);
        List<Assessment> read = new ArrayList<>();
        try (InputStream in = Files.newInputStream(FOLDER.resolve(name + ".csv"));
                TableInput table = new TableInput(in, name + ".csv", mapping, catalogue)) {
            for (Optional<Line> line = table.next(); line.isPresent(); line = table.next()) {
                assertThat(line.get().refused()).isEmpty();
                read.add(new AssessmentReader(catalogue)
                        .read(line.get().body(), Instant.parse("2026-12-01T00:00:00Z"))
                        .assessment());
            }
        }
        assertThat(read).hasSize(assessments);
        assertThat(read.stream().mapToInt(one -> one.observations().size()).sum())
                .isEqualTo(observations);
    }

    private static Catalogue catalogue() throws Exception {
        return CatalogueReader.read(
                Files.readString(Path.of("rules/factors.csv")),
                Files.readString(Path.of("rules/groups.csv")),
                Files.readString(Path.of("rules/areas.csv")));
    }
}
