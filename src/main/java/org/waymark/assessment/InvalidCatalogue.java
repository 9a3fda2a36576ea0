package org.waymark.assessment;

import java.util.List;
import java.util.stream.Collectors;

/** A catalogue that cannot be used, with every fault that was found in its three tables. */
public final class InvalidCatalogue extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<TableFault> faults;

    public InvalidCatalogue(List<TableFault> faults) {
        super(faults.stream()
                .map(fault -> "- " + fault)
                .collect(Collectors.joining("\n", "the catalogue has faults:\n", "")));
        this.faults = List.copyOf(faults);
    }

    public List<TableFault> faults() {
        return faults;
    }
}
