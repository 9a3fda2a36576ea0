package org.waymark.pages.worklist;

/**
 * One thing that is wrong with what a list was asked for.
 *
 * @param field the id of the field in the page; empty where it is in none
 * @param message what is wrong, and what to do
 */
record Fault(String field, String message) {}
