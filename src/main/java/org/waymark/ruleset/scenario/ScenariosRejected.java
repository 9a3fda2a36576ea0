package org.waymark.ruleset.scenario;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.waymark.ruleset.RuleFault;

/** Scenarios that cannot be run, with every fault that was found in them. */
public final class ScenariosRejected extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<RuleFault> faults;

    public ScenariosRejected(Collection<RuleFault> faults) {
        super(describe(faults));
        this.faults = faults.stream().sorted().toList();
    }

    private static String describe(Collection<RuleFault> faults) {
        return faults.size() + (faults.size() == 1 ? " fault" : " faults") + " in the scenarios:\n"
                + faults.stream().sorted().map(fault -> "- " + fault).collect(Collectors.joining("\n"));
    }

    /** All faults as a list with a dash before each. */
    public String describe() {
        return describe(faults);
    }

    /** Every fault, by file and line. */
    public List<RuleFault> faults() {
        return faults;
    }
}
