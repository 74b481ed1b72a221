/**
 * Pictures for exports and mail, whose engines know no SVG and come without a login. A picture is made with the page it
 * stands on, as its reader sees it, and waits under an address that only this app could have signed. Entry: {@link
 * io.throughline.app.confluence.picture.Pictures}.
 */
@NullMarked
package io.throughline.app.confluence.picture;

import org.jspecify.annotations.NullMarked;
