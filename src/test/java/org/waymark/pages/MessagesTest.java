package org.waymark.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.assessment.Agency;
import org.waymark.assessment.Answer;
import org.waymark.assessment.Basis;
import org.waymark.assessment.Coded;
import org.waymark.assessment.OffenceStatus;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Block;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Service;
import org.waymark.screening.pathway.Urgency;

/** Every word of the pages is in one file, and every word that a page asks for is there. */
class MessagesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path WORDS = Path.of("src/main/resources/messages.properties");
    private static final Pattern BETWEEN_TAGS = Pattern.compile(">([^<]*)<");
    private static final Pattern SPOKEN = Pattern.compile("\\s(?:alt|aria-label|title|placeholder)=\"([^\"]+)\"");
    private static final Pattern ASKED = Pattern.compile("#\\{([a-z][a-zA-Z0-9.-]*)[(}]");
    private static final Pattern AMERICAN =
            Pattern.compile("\\b(color|behavior|organize|center|licensed)\\b", Pattern.CASE_INSENSITIVE);

    static Stream<Path> templates() throws IOException {
        return Files.walk(TEMPLATES).filter(file -> file.toString().endsWith(".html"));
    }

    private static Properties words() throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(WORDS)) {
            words.load(reader);
        }
        return words;
    }

    @ParameterizedTest
    @MethodSource("templates")
    void no_template_holds_a_word_of_its_own(Path template) throws IOException {
        String html = Files.readString(template);
        // What an attribute says may hold signs that look like tags.
        assertThat(BETWEEN_TAGS
                        .matcher(html.replaceAll("\"[^\"]*\"", "\"\""))
                        .results()
                        .map(found -> found.group(1).strip()))
                .as("text between tags")
                .noneMatch(text -> text.matches(".*\\p{L}.*"));
        assertThat(SPOKEN.matcher(html).results().map(found -> found.group(1)))
                .as("text in attributes that are read out")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void every_word_that_it_asks_for_is_there(Path template) throws IOException {
        Matcher asked = ASKED.matcher(Files.readString(template));
        assertThat(asked.results().map(found -> found.group(1)))
                .allSatisfy(key -> assertThat(words()).containsKey(key));
    }

    @Test
    void every_code_has_its_words() throws IOException {
        Properties words = words();
        TreeSet<String> missing = new TreeSet<>();
        List.of(
                        List.<Object>of("pathway.", Pathway.values()),
                        List.<Object>of("urgency.", Urgency.values()),
                        List.<Object>of("action.", Action.values()),
                        List.<Object>of("service.", Service.values()),
                        List.<Object>of("block.", Block.values()),
                        List.<Object>of("agency.", Agency.values()),
                        List.<Object>of("basis.", Basis.values()),
                        List.<Object>of("answer.", Answer.values()),
                        List.<Object>of("offence.", OffenceStatus.values()))
                .forEach(list -> {
                    for (Coded code : (Coded[]) list.get(1)) {
                        if (!words.containsKey(list.get(0) + code.code())) {
                            missing.add(list.get(0) + code.code());
                        }
                    }
                });
        assertThat(missing).isEmpty();
    }

    @Test
    void the_words_are_british() throws IOException {
        assertThat(words().entrySet())
                .noneMatch(entry ->
                        AMERICAN.matcher(String.valueOf(entry.getValue())).find());
    }
}
