package org.waymark.access;

/**
 * The cookie that a browser has a session by.
 *
 * @param overTls whether the browser is to send it over TLS alone
 */
public record SessionCookie(String name, boolean overTls) {

    /** Where the service and the browser are one machine. */
    public static final SessionCookie ON_THIS_MACHINE = new SessionCookie("waymark-session", false);
}
