/**
 * Floor 6: what a cell shows. Every value of the language in its best view: text that is complete by itself, HTML whose markup
 * is the complete result with no script, and SVG for slides.
 *
 * <p>Must not know Jupyter or notebooks. Values below this floor know nothing of HTML; this room reads their parts,
 * flights and steps and draws them.
 *
 * <pre>
 * View    = text, html, more MIME types     what a front end is handed
 * Views   = value → View                    the only door
 * Posters = value → SVG                     the same as one picture; Gallerist hands it out as a file's text
 * Look    = every colour and size           the only place that decides one
 * Markup  = escaped by default              the only way to a tag
 * </pre>
 *
 * <p>The HTML follows what front ends let through: no ids, no style blocks, nothing from elsewhere; inline styles without
 * {@code var(...)}, pictures as {@code <img>} with a text for those who do not see them, and one script that only adds.
 */
@NullMarked
package wirebook.view;

import org.jspecify.annotations.NullMarked;
