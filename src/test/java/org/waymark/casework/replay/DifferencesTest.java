package org.waymark.casework.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.waymark.assessment.Json;

class DifferencesTest {

    private static String told(String was, String is) {
        Differences found = Differences.between(was.replace('\'', '"'), is.replace('\'', '"'), "/outcome");
        return Json.write(found.shown()).replace('"', '\'');
    }

    @Test
    void theSameBytesAreNoDifference() {
        assertThat(Differences.between("{\"a\":1}", "{\"a\":1}", "").none()).isTrue();
    }

    @Test
    void eachPlaceIsNamedAsDeepAsItGoesWithBothValues() {
        assertThat(told("{'a':{'b':[1,2]},'c':'x'}", "{'a':{'b':[1,3,4]},'c':'y'}"))
                .isEqualTo("[{'pointer':'/outcome/a/b/1','was':2,'is':3},"
                        + "{'pointer':'/outcome/a/b/2','was':null,'is':4},"
                        + "{'pointer':'/outcome/c','was':'x','is':'y'}]");
    }

    @Test
    void aFieldThatIsGoneOrNewIsNamed() {
        assertThat(told("{'a/b':1}", "{'c~d':1}"))
                .isEqualTo("[{'pointer':'/outcome/a~1b','was':1,'is':null},"
                        + "{'pointer':'/outcome/c~0d','was':null,'is':1}]");
    }

    @Test
    void anotherOrderOfFieldsIsADifferenceThoughEveryValueIsTheSame() {
        assertThat(told("{'a':1,'b':2}", "{'b':2,'a':1}")).contains("'pointer':'/outcome'", "{\\'a", "{\\'b");
    }

    @Test
    void ofVeryManyTheFirstAreShownAndAllAreCounted() {
        StringBuilder was = new StringBuilder("[0");
        StringBuilder is = new StringBuilder("[1");
        for (int i = 0; i < 99; i++) {
            was.append(",0");
            is.append(",1");
        }

        Differences found = Differences.between(was + "]", is + "]", "");

        assertThat(found.count()).isEqualTo(100);
        assertThat(found.shown()).hasSize(Differences.MOST);
    }
}
