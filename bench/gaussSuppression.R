# What R's GaussSuppression hides in the linked tables of a folder, as one line of JSON: Rscript gaussSuppression.R FOLDER THRESHOLD SINGLETONMETHOD
# The folder holds numbers, not codes: hierarchy.csv (dim, node, above; -1 above a root), tables.csv (table, dim, depth) and records.csv (d0 … count).
# Written against the documentation of GaussSuppression 1.2.1 and not yet run with the package itself (decision 0014).
args <- commandArgs(trailingOnly = TRUE)
suppressPackageStartupMessages({
  library(GaussSuppression)
  library(Matrix)
})
read <- function(file) read.csv(file.path(args[1], file))
hierarchy <- split(read("hierarchy.csv"), ~dim)
tables <- split(read("tables.csv"), ~table)
records <- read("records.csv")
dims <- names(records)[names(records) != "count"]

root <- sapply(hierarchy, function(own) own$node[own$above < 0])
size <- sapply(hierarchy, nrow)
weight <- rev(cumprod(c(1, rev(size)[-length(size)])))
# By dimension and node: the nodes from a leaf up to the root; nothing for what is no leaf.
ways <- lapply(hierarchy, function(own) {
  above <- own$above[order(own$node)]
  up <- function(node) if (node < 0) c() else c(node, up(above[node + 1]))
  lapply(seq_along(above) - 1, function(node) if (node %in% above) c() else up(node))
})

# Every combination of leaves, also those that nobody has: that they are empty is nothing an attacker knows (`extend0` of the package does the same).
inner <- setNames(expand.grid(lapply(ways, function(own) which(lengths(own) > 0) - 1)), dims)
keyOf <- function(rows) as.vector(as.matrix(rows[dims]) %*% weight)
inner$count <- 0L
inner$count[match(keyOf(records), keyOf(inner))] <- records$count

# Which cells each combination counts in; a cell of several tables is one, as in ours. The way of a node begins with itself, so a depth cuts it.
row <- column <- keys <- numeric(0)
for (table in tables) {
  rows <- seq_len(nrow(inner))
  cells <- rep(sum(root * weight), nrow(inner))
  for (at in seq_len(nrow(table))) {
    dim <- table$dim[at] + 1
    shown <- lapply(ways[[dim]], function(way) way[length(way) - seq_along(way) <= table$depth[at]])
    own <- shown[inner[rows, dim] + 1]
    cells <- rep(cells, lengths(own)) + (unlist(own, use.names = FALSE) - root[dim]) * weight[dim]
    rows <- rep(rows, lengths(own))
  }
  new <- setdiff(cells, keys)
  own <- match(cells, new)
  row <- c(row, rows[!is.na(own)])
  column <- c(column, length(keys) + own[!is.na(own)])
  keys <- c(keys, new)
}
x <- sparseMatrix(i = row, j = column, x = 1, dims = c(nrow(inner), length(keys)))
crossTable <- as.data.frame(setNames(lapply(seq_along(dims), function(dim) (keys %/% weight[dim]) %% size[dim]), dims))

before <- proc.time()[["user.self"]]
found <- GaussSuppressionFromData(
  inner, dimVar = dims, freqVar = "count", x = x, crossTable = crossTable, maxN = as.integer(args[2]) - 1L,
  protectZeros = FALSE, secondaryZeros = FALSE, singletonMethod = args[3], preAggregate = FALSE, extend0 = FALSE, printInc = FALSE
)
seconds <- proc.time()[["user.self"]] - before
secondary <- found$suppressed & !found$primary
cat(sprintf(
  '{"cells":%d,"primaries":%d,"secondaries":%d,"value":%.0f,"seconds":%.2f}\n',
  nrow(found), sum(found$primary), sum(secondary), sum(found$count[secondary]), seconds
))
