package org.waymark.pages.rules;

/**
 * One thing that is wrong with what was sent.
 *
 * @param field its name in the form; empty where it is the whole
 * @param message what is wrong, and what to do
 */
record FieldFault(String field, String message) {}
