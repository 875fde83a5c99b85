/**
 * Journals and documents in H2 or PostgreSQL.
 *
 * <p>{@link dev.pacesetter.persistence.Stores#open} finds this store for {@code jdbc:h2:…} and
 * {@code jdbc:postgresql:…}; the driver has to be on the class path. A program with a data source
 * of its own opens {@link dev.pacesetter.persistence.jdbc.JdbcStore#over} it.
 *
 * <p>Three tables, all named {@code pacesetter_…}, are created and kept up to date on opening; what
 * else is in the database is left alone. Whoever writes to a workspace locks its row in {@code
 * pacesetter_workspace} until the commit: positions become visible in the order of their numbers,
 * and writers to different workspaces do not wait for one another.
 *
 * <h2>H2 URLs</h2>
 *
 * <ul>
 *   <li>{@code jdbc:h2:file:./sales} keeps everything in {@code sales.mv.db} in the working
 *       directory; {@code jdbc:h2:file:/var/lib/sales} and {@code jdbc:h2:file:~/sales} likewise.
 *       One process at a time.
 *   <li>{@code ;AUTO_SERVER=TRUE} lets several processes of one machine share the file.
 *   <li>{@code ;CIPHER=AES;PASSWORD=filepassword userpassword} encrypts the file.
 *   <li>{@code jdbc:h2:mem:sales} keeps everything in memory until the store is closed.
 * </ul>
 *
 * <p>Unless the URL says otherwise, {@code WRITE_DELAY=0} is added, so that what was appended
 * survives the end of the process in whatever way it ends, {@code LOCK_TIMEOUT=60000}, the
 * milliseconds a writer waits for another, and {@code TRACE_LEVEL_FILE=0}, because what goes wrong
 * is told by exceptions and not in a file beside the database.
 */
@NullMarked
package dev.pacesetter.persistence.jdbc;

import org.jspecify.annotations.NullMarked;
