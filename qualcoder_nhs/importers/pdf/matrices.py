"""Where a point of a page comes to lie: the six numbers that PDF moves and turns things by."""

Matrix = tuple[float, float, float, float, float, float]

AS_IT_IS: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(first: Matrix, then: Matrix) -> Matrix:
    """One after the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def moved(x: float, y: float) -> Matrix:
    """By so much to the right and up."""
    return (1.0, 0.0, 0.0, 1.0, x, y)


def turned(degrees: int, width: float, height: float) -> Matrix:
    """A page of this size as it is shown: turned clockwise by quarters."""
    return {
        90: (0.0, -1.0, 1.0, 0.0, 0.0, width),
        180: (-1.0, 0.0, 0.0, -1.0, width, height),
        270: (0.0, 1.0, -1.0, 0.0, height, 0.0),
    }.get(degrees % 360, AS_IT_IS)
