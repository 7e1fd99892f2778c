import { queryOptions } from '@tanstack/react-query';
import { Review } from '../../reviews/wire';
import { contentOf } from '../api/answer';
import { api } from '../api/api';

/** All that was said of a session. */
export const reviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['review', id],
    queryFn: async () => Review.parse(await contentOf(api.sessions[':id'].review.$get({ param: { id } }))),
  });
