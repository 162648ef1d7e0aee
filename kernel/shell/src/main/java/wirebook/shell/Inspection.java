package wirebook.shell;

/**
 * What is known of the name at the cursor.
 *
 * @param text signature, type and value, documentation, and at detail level 1 the source, as plain text under 80 columns
 * @param html the same, as HTML without styles or scripts
 */
public record Inspection(String text, String html) {}
