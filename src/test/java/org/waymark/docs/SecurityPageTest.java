package org.waymark.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each promise of the page names a test that is there, and each chapter of the standard has its row. */
class SecurityPageTest {

    private static final Page PAGE = Page.of("docs/security.md");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Set<String> NO_TEST = Set.of("the operator", "not used", "`docs/access.md`");

    private static List<String[]> promises() {
        return PAGE.between("| chapter | promise |", "## How to run it")
                .lines()
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> line.substring(1).split("\\|", -1))
                .toList();
    }

    @Test
    void every_promise_names_tests_that_are_there_or_says_whose_business_it_is() throws IOException {
        Set<String> tests = tests();
        assertThat(promises()).hasSizeGreaterThan(30).allSatisfy(row -> {
            String shownBy = row[2].strip();
            List<String> named =
                    QUOTED.matcher(shownBy).results().map(one -> one.group(1)).toList();
            if (!NO_TEST.contains(shownBy)) {
                assertThat(named)
                        .as(row[1])
                        .isNotEmpty()
                        .allSatisfy(test -> assertThat(tests).contains(test));
            }
        });
    }

    @Test
    void each_chapter_of_the_standard_has_its_row_in_its_order() {
        List<String> chapters = promises().stream()
                .map(row -> row[0].strip())
                .filter(chapter -> !chapter.isEmpty())
                .map(chapter -> chapter.split(" ")[0])
                .toList();
        assertThat(chapters)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 17)
                        .mapToObj(number -> "V" + number)
                        .toList());
    }

    @Test
    void the_limits_that_the_page_tells_are_those_of_the_service() throws IOException {
        String settings = Files.readString(Path.of("src/main/resources/application.properties"));
        List<MatchResult> told = Pattern.compile("`WAYMARK_LIMITS_([A-Z_]+)`\\s\\(([0-9]+s?)")
                .matcher(PAGE.text())
                .results()
                .toList();
        assertThat(told)
                .hasSize(6)
                .allSatisfy(limit -> assertThat(settings)
                        .contains("waymark.limits."
                                + limit.group(1)
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', '-') + "=" + limit.group(2) + "\n"));
    }

    @Test
    void what_a_restore_says_is_what_the_page_says_that_it_says() throws IOException {
        String words = Files.readString(Path.of("src/main/java/org/waymark/cli/StorePlace.java"))
                .replaceAll("\"\\s*\\+\\s*\"", "");
        assertThat(words).contains("verified: ", "OLDER than checkpoint ", "unchanged in itself, ");
        assertThat(PAGE.text()).contains("`verified: ", "`OLDER than checkpoint ", "`unchanged in itself ");
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
