package org.waymark.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.Year;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bank holidays of the rule set are those of England and Wales, as a kept calendar has them. */
class BankHolidaysTest {

    private static final HolidayManager KEPT =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));

    private static Set<LocalDate> ofTheRuleSet() {
        try {
            Faults faults = new Faults();
            Set<LocalDate> days = new HolidayReader("bank-holidays.csv", faults)
                    .read(Files.readString(java.nio.file.Path.of("rules", "bank-holidays.csv")));
            assertThat(faults.found()).isEmpty();
            return days;
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Set<LocalDate> ofTheRuleSet(int year) {
        return ofTheRuleSet().stream()
                .filter(day -> day.getYear() == year)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Jollyday has the spring holiday of 2002 on 27 May; it was moved to 4 June, and 3 June was the Golden Jubilee. */
    private static Set<LocalDate> kept(int year) {
        Set<LocalDate> days = KEPT.getHolidays(Year.of(year), "eng").stream()
                .map(Holiday::getDate)
                .filter(day -> day.getYear() == year)
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .collect(Collectors.toCollection(TreeSet::new));
        if (year == 2002) {
            assertThat(days.remove(LocalDate.of(2002, 5, 27)))
                    .as("has the calendar been put right?")
                    .isTrue();
            days.add(LocalDate.of(2002, 6, 3));
            days.add(LocalDate.of(2002, 6, 4));
        }
        return days;
    }

    @Test
    void everyBankHolidayFrom2000To2040IsThereAndNoOtherDay() {
        for (int year = 2000; year <= 2040; year++) {
            assertThat(ofTheRuleSet(year)).as(String.valueOf(year)).isEqualTo(kept(year));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2002-06-03", "2011-04-29", "2012-06-05", "2020-05-08", "2022-09-19", "2023-05-08"})
    void theHolidaysThatOnlyOneYearHadAreThere(LocalDate day) {
        assertThat(ofTheRuleSet()).contains(day);
    }
}
