package org.waymark.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueReaderTest {

    private static final String HEADER = String.join(",", FactorRow.COLUMNS) + "\n";
    private static final String MISSING =
            "going-missing,missing episode,event,,Has the young person been missing?,Away,missing,dated,yes,,,10A,,P1";
    private static final String GROUPS = "group,factor\n";
    private static final String AREAS = "area,name,attribute\n";

    @Test
    void a_factor_is_read_with_all_that_rules_and_pages_need_of_it() {
        assertThat(Example.catalogue().require("weapon-carrying"))
                .isEqualTo(new Factor(
                        "weapon-carrying",
                        "carrying a weapon",
                        FactorKind.EVENT,
                        "",
                        "Has the young person carried a weapon?",
                        "Carries or has carried a knife, acid or other weapon",
                        "offending",
                        Carries.DATED,
                        Answer.YES,
                        false,
                        true,
                        "Keeping Kids Safe 2019"));
        assertThat(Example.catalogue().require("parental-mental-health").raiseOnly())
                .isTrue();
        assertThat(Example.catalogue().require("parent-engaged").protectiveAnswer())
                .isEqualTo(Answer.NO);
    }

    @Test
    void groups_and_areas_are_read_and_an_area_without_attributes_has_none() {
        Catalogue catalogue = Example.catalogue();
        assertThat(catalogue.group("missing")).containsExactly("going-missing", "longest-missing-episode");
        assertThat(catalogue.attributesOf("sefton")).containsExactly("mace-panel", "family-panel");
        assertThat(catalogue.attributesOf("knowsley")).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            going-missing=Going_Missing          | factor: `Going_Missing` is not kebab-case: lower-case letters and digits, words joined by one hyphen
            going-missing=parent-religion        | factor: `religion` is a protected characteristic or stands in for one: it belongs into `monitoring`, where no rule can read it
            going-missing=                       | factor: is empty, and every row needs it
            missing episode=                     | label: is empty, and every row needs it
            ,event,=,evnt,                       | kind: unknown code `evnt`, did you mean `event`? allowed: `state`, `event` or `measure`
            ,event,=,measure,                    | unit: a `measure` needs a unit, such as `hours`
            ,event,,=,event,hours,               | unit: has the unit `hours`, and only a `measure` has one: leave it empty, or is `event` the wrong kind?
            missing?=missing                     | question: `Has the young person been missing` does not end in a question mark
            ,dated,=,until-changed,              | carries: an `event` cannot carry `until-changed`, allowed is `dated` or `now`
            ,dated,=,forever,                    | carries: unknown code `forever`, allowed: `dated`, `until-changed` or `now`
            ,yes,=,unknown,                      | protective_answer: unknown code `unknown`, allowed: `yes` or `no`
            ,yes,,=,yes,lower,                   | sensitive: unknown mark `lower`, allowed is `raise-only` or nothing
            ,yes,,,=,yes,,no,                    | offence: unknown mark `no`, allowed is `yes` or nothing
            ,P1=,                                | source: is empty, and every row needs it
            ,10A=                                | has 13 cells where the header has 14: does a cell with a comma want quotation marks?
            """)
    void a_row_that_is_wrong_is_reported_with_file_line_column_and_fix(String change, String expected) {
        String[] fromTo = change.trim().split("=", -1);
        String row = MISSING.replaceFirst(Pattern.quote(fromTo[0]), fromTo[1]);

        assertThat(faultsOf(HEADER + row + "\n", GROUPS, AREAS)).containsExactly("factors.csv:2: " + expected);
    }

    @Test
    void a_factor_that_is_there_twice_names_the_line_of_the_first() {
        assertThat(faultsOf(HEADER + MISSING + "\n" + MISSING + "\n", GROUPS, AREAS))
                .containsExactly("factors.csv:3: factor: `going-missing` is there already, at line 2");
    }

    @Test
    void a_line_is_counted_as_an_editor_counts_it_where_a_cell_goes_over_two_lines() {
        String twoLines = MISSING.replace(",Away,", ",\"Away\nfrom home\",");
        assertThat(faultsOf(HEADER + twoLines + "\n" + MISSING + "\n", GROUPS, AREAS))
                .containsExactly("factors.csv:4: factor: `going-missing` is there already, at line 2");
    }

    @Test
    void a_header_with_a_slip_is_reported_alone_and_not_once_more_for_every_row() {
        assertThat(faultsOf(HEADER.replace("carries", "caries") + MISSING, GROUPS + "missing,going-missing", AREAS))
                .containsExactly(
                        "factors.csv:1: caries: unknown column `caries`, did you mean `carries`?",
                        "factors.csv:1: carries: this column is missing");
    }

    @Test
    void a_group_may_name_known_factors_only_and_each_once() {
        assertThat(faultsOf(HEADER + MISSING, GROUPS + "missing,goingmissing\nMissing,going-missing\n", AREAS))
                .containsExactly(
                        "groups.csv:2: factor: unknown factor `goingmissing`, did you mean `going-missing`?",
                        "groups.csv:3: group: `Missing` is not kebab-case: lower-case letters and digits, words joined"
                                + " by one hyphen");
        assertThat(faultsOf(HEADER + MISSING, GROUPS + "missing,going-missing\nmissing,going-missing\n", AREAS))
                .containsExactly("groups.csv:3: factor: `going-missing` is in the group `missing` already");
    }

    @Test
    void an_area_has_a_name_and_each_attribute_once() {
        assertThat(faultsOf(HEADER + MISSING, GROUPS, AREAS + "sefton,,mace-panel\nsefton,Sefton,mace-panel\n"))
                .containsExactly(
                        "areas.csv:2: name: is empty, and every row needs it",
                        "areas.csv:3: attribute: the area `sefton` has `mace-panel` already");
    }

    @Test
    void a_table_that_is_empty_or_no_table_is_said_to_be_so() {
        assertThat(faultsOf("", GROUPS, AREAS)).singleElement().asString().startsWith("factors.csv:1: is empty");
        assertThat(faultsOf(HEADER + MISSING + "\n\"open", GROUPS, AREAS))
                .containsExactly("factors.csv:3: is not CSV from here on: is a quotation mark left open, or not doubled"
                        + " inside quotes?");
    }

    @Test
    void the_faults_of_all_three_tables_are_reported_at_once() {
        assertThat(faultsOf(HEADER + MISSING.replace(",yes,", ",maybe,"), GROUPS + "x,y\n", AREAS + "X,x,\n"))
                .extracting(fault -> fault.substring(0, fault.indexOf(':')))
                .containsExactly("factors.csv", "groups.csv", "areas.csv");
    }

    private static List<String> faultsOf(String factors, String groups, String areas) {
        InvalidCatalogue wrong =
                catchThrowableOfType(InvalidCatalogue.class, () -> CatalogueReader.read(factors, groups, areas));
        assertThat(wrong).as("the catalogue was read without a fault").isNotNull();
        return wrong.faults().stream().map(TableFault::toString).toList();
    }
}
