package org.waymark.pages;

/**
 * One thing that is wrong with what was sent.
 *
 * @param field its name, which is its id in the page; empty where it is the whole
 * @param message what is wrong, and what to do
 */
public record FieldFault(String field, String message) {}
