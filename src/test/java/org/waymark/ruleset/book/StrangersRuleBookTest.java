package org.waymark.ruleset.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.waymark.ruleset.CheckedRulesOfThisRepository;
import org.waymark.ruleset.SmallRules;

/** A rule set may be a stranger's: nothing that stands in it becomes markup, and the book is written all the same. */
class StrangersRuleBookTest {

    private static final String RULE = """
            rule "SG-12 About %1$s"
                @Source("%1$s")
                @Statement("Told.")
            when
                Happened( factor == "going-missing", withinDays == 30, times >= 3 )
            then
                refer.to(SAFEGUARDING, SAME_DAY);
            end
            """;

    private static RuleBook book(String text) {
        String manifest = """
                name: '%1$s'
                owner: '%1$s'
                changes: ['%1$s']
                levels: [{name: screen, meaning: '%1$s'}, standard, high]
                pathways:
                  safeguarding: {name: '%1$s', legalBasis: '%1$s'}
                  mace: {name: "MACE", legalBasis: "Children Act 2004"}
                  early-help: {name: "Early help", legalBasis: "the family agrees"}
                  enforcement: {name: "Enforcement", legalBasis: "Data Protection Act 2018 Part 3"}
                rules:
                  SG-12: '%1$s'
                """.formatted(text.replace("'", "''"));
        return RuleBook.of(
                CheckedRulesOfThisRepository.read(SmallRules.of(RULE.formatted(text))
                        .with("manifest.yaml", manifest)
                        .files()),
                List.of(new BookScenario("SG-12", 1, List.of(text))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</title></style><script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[press here](javascript:alert(1))",
                "](javascript:alert(1)) ![x](http://example.org/x.png)",
                "a | b | c |",
                "Knives & &lt;knives&gt; &amp; &#60;",
                "# heading > quote * star _ underscore ` tick ~~~ -- ==",
                "1. one",
                "- dash",
                "+ plus",
                "***",
                "<http://example.org>",
                "http://example.org/ www.example.org",
                "# Contents",
            })
    void whatAnAuthorWroteStaysText(String text) {
        RuleBook book = book(text);

        Document page = RuleBookTest.parsed(book.html());
        for (String tag : List.of("script", "img", "blockquote", "ol", "em", "hr")) {
            assertThat(page.getElementsByTagName(tag).getLength())
                    .as(tag)
                    .isEqualTo(RuleBookTest.parsed(book("plain").html())
                            .getElementsByTagName(tag)
                            .getLength());
        }
        String shown = page.getDocumentElement().getTextContent();
        assertThat(shown.split(java.util.regex.Pattern.quote(text), -1)).hasSizeGreaterThan(8);
        assertThat(book.html()).doesNotContain("href=\"javascript", "href=\"http");
        assertThat(readBack(book.markdown())).isEqualTo(text(page));
    }

    /** The text of the Markdown as a reader of Markdown would show it. */
    private static String readBack(String markdown) {
        String html = HtmlRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .render(Parser.builder()
                        .extensions(List.of(TablesExtension.create()))
                        .build()
                        .parse(markdown));
        return text(RuleBookTest.parsed("<html>" + html + "</html>"));
    }

    private static String text(Document page) {
        String text = page.getDocumentElement().getTextContent();
        int main = text.indexOf("Skip to the first chapter");
        return text.substring(main < 0 ? 0 : main + "Skip to the first chapter".length())
                .replaceAll("\\s+", " ")
                .strip();
    }

    @Test
    void aRuleSetThatNamesNothingHasABookAllTheSame() {
        RuleBook book = RuleBook.of(
                CheckedRulesOfThisRepository.read(SmallRules.of(SmallRules.GOOD).files()), List.of());

        assertThat(book.markdown())
                .contains("### SG-12 Missing three times in 30 days", "no scenario tries this rule")
                .contains("to MACE **at level standard within one working day**");
    }

    @Test
    void charactersThatNobodySeesAreLeftOut() {
        RuleBook book = RuleBook.of(
                CheckedRulesOfThisRepository.read(SmallRules.of(SmallRules.GOOD).files()),
                List.of(new BookScenario("SG-12", 1, List.of("two\nlines\tand \u202Ea turn\u0007"))));

        assertThat(book.markdown()).contains("two lines and  a turn");
    }
}
