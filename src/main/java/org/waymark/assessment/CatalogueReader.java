package org.waymark.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the catalogue from its three tables, strictly: a slip in a table is found here, not by a child's assessment. */
public final class CatalogueReader {

    private static final String FACTORS = "factors.csv";
    private static final String GROUPS = "groups.csv";
    private static final String AREAS = "areas.csv";

    private final List<TableFault> faults = new ArrayList<>();
    private final Map<String, Long> lineOfFactor = new HashMap<>();

    private CatalogueReader() {}

    /**
     * The catalogue that these texts of {@code factors.csv}, {@code groups.csv} and {@code areas.csv} describe.
     *
     * @throws InvalidCatalogue with every fault of all three, where there is one
     */
    public static Catalogue read(String factorsCsv, String groupsCsv, String areasCsv) throws InvalidCatalogue {
        CatalogueReader reader = new CatalogueReader();
        Map<String, Factor> factors = reader.factors(factorsCsv);
        Map<String, Set<String>> groups = reader.groups(groupsCsv);
        Map<String, Set<String>> areas = reader.areas(areasCsv);
        if (!reader.faults.isEmpty()) {
            throw new InvalidCatalogue(reader.faults);
        }
        return new Catalogue(factors, groups, areas);
    }

    private Map<String, Factor> factors(String csv) {
        Map<String, Factor> factors = new LinkedHashMap<>();
        for (Row row : Table.rows(FACTORS, csv, FactorRow.COLUMNS, faults)) {
            String id = row.cell("factor");
            Long first = lineOfFactor.putIfAbsent(id, row.line());
            if (first != null) {
                row.fault("factor", Quoted.of(id) + " is there already, at line " + first);
            }
            Factor factor = FactorRow.read(row);
            if (factor != null) {
                factors.put(id, factor);
            }
        }
        return factors;
    }

    private Map<String, Set<String>> groups(String csv) {
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        for (Row row : Table.rows(GROUPS, csv, List.of("group", "factor"), faults)) {
            String group = row.id("group");
            String factor = row.filled("factor");
            // A factor whose own row has faults is known all the same, and where no row could be read none is
            // unknown: one slip is not reported twice.
            if (!factor.isEmpty() && !lineOfFactor.isEmpty() && !lineOfFactor.containsKey(factor)) {
                row.fault(
                        "factor", "unknown factor " + Quoted.of(factor) + Nearest.hint(factor, lineOfFactor.keySet()));
            }
            if (!groups.computeIfAbsent(group, name -> new LinkedHashSet<>()).add(factor)) {
                row.fault("factor", Quoted.of(factor) + " is in the group " + Quoted.of(group) + " already");
            }
        }
        return groups;
    }

    private Map<String, Set<String>> areas(String csv) {
        Map<String, Set<String>> areas = new LinkedHashMap<>();
        for (Row row : Table.rowsOfAtLeast(AREAS, csv, List.of("area", "name", "attribute"), faults)) {
            String area = row.id("area");
            row.filled("name");
            Set<String> attributes = areas.computeIfAbsent(area, name -> new LinkedHashSet<>());
            // A row without an attribute lists an area that has none of them.
            if (!row.isEmpty("attribute") && !attributes.add(row.id("attribute"))) {
                row.fault(
                        "attribute",
                        "the area " + Quoted.of(area) + " has " + Quoted.of(row.cell("attribute")) + " already");
            }
        }
        return areas;
    }
}
