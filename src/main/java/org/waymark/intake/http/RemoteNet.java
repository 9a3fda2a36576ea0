package org.waymark.intake.http;

/** Whoever has one address of a net has all of it, so that attempts are counted by net. */
final class RemoteNet {

    /** The first half of an address of IPv6 is the net, which one household or server has to itself. */
    private static final int NET_GROUPS = 4;

    private RemoteNet() {}

    /** An address of IPv4 as it is, one of IPv6 cut to its net. The server tells it in full, with no `::`. */
    static String of(String address) {
        String[] groups = address.split(":", -1);
        return groups.length <= NET_GROUPS ? address : String.join(":", java.util.Arrays.copyOf(groups, NET_GROUPS));
    }
}
